//! What a key means on the stage: those that people know from other programs,
//! and those of a clicker, which sends page keys and a full stop.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next slide.
    Next,
    /// The slide before.
    Previous,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// The whole screen, or the window again.
    Full,
    /// All slides at once.
    Overview,
    /// The field for the number of a slide.
    GoTo,
    /// A digit of the number of a slide.
    Digit(char),
    /// The slide whose number was typed; without one, the next.
    Enter,
    /// Takes back a digit, or what is open; without both, the slide before.
    Erase,
    /// Nothing on the screen, or the slide again.
    Black,
    /// The window for who speaks.
    Speaker,
    /// The notes below the slide.
    Notes,
    /// The marks of the chart.
    Marks,
    /// The list of keys.
    Help,
    /// Closes what is open, then the stage.
    Back,
}

impl Command {
    /// Whether a key that is held down does it again and again.
    pub fn steps(self) -> bool {
        matches!(self, Self::Next | Self::Previous | Self::Erase)
    }
}

/// What a key asks for, by the browser's name for it. `held` says that Ctrl, Alt
/// or Meta is held down: such keys are the browser's.
pub fn command(key: &str, shift: bool, held: bool) -> Option<Command> {
    if held {
        return None;
    }
    let mut letters = key.chars();
    let (first, more) = (letters.next()?, letters.next().is_some());
    if !more {
        return single(first, shift);
    }
    Some(match key {
        "ArrowRight" | "ArrowDown" | "PageDown" => Command::Next,
        "ArrowLeft" | "ArrowUp" | "PageUp" => Command::Previous,
        "Home" => Command::First,
        "End" => Command::Last,
        "Enter" => Command::Enter,
        "Backspace" => Command::Erase,
        "Escape" => Command::Back,
        _ => return None,
    })
}

fn single(key: char, shift: bool) -> Option<Command> {
    Some(match key.to_ascii_lowercase() {
        ' ' if shift => Command::Previous,
        ' ' => Command::Next,
        'f' => Command::Full,
        'o' => Command::Overview,
        'g' => Command::GoTo,
        'b' | '.' => Command::Black,
        's' => Command::Speaker,
        'n' => Command::Notes,
        'd' => Command::Marks,
        'h' | '?' => Command::Help,
        digit if digit.is_ascii_digit() => Command::Digit(digit),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_clickers_step() {
        for key in ["ArrowRight", "ArrowDown", "PageDown", " "] {
            assert_eq!(command(key, false, false), Some(Command::Next), "{key}");
        }
        for key in ["ArrowLeft", "ArrowUp", "PageUp"] {
            assert_eq!(command(key, false, false), Some(Command::Previous), "{key}");
        }
        assert_eq!(command(" ", true, false), Some(Command::Previous));
        assert_eq!(command("Home", false, false), Some(Command::First));
        assert_eq!(command("End", false, false), Some(Command::Last));
    }

    #[test]
    fn a_letter_is_the_same_small_or_large() {
        let letters = [
            ("f", Command::Full),
            ("o", Command::Overview),
            ("g", Command::GoTo),
            ("b", Command::Black),
            ("s", Command::Speaker),
            ("n", Command::Notes),
            ("d", Command::Marks),
            ("h", Command::Help),
        ];
        for (key, asked) in letters {
            assert_eq!(command(key, false, false), Some(asked), "{key}");
            let large = key.to_ascii_uppercase();
            assert_eq!(command(&large, true, false), Some(asked), "{large}");
        }
        assert_eq!(command(".", false, false), Some(Command::Black));
        assert_eq!(command("?", true, false), Some(Command::Help));
    }

    #[test]
    fn digits_make_a_number_which_enter_takes() {
        assert_eq!(command("7", false, false), Some(Command::Digit('7')));
        assert_eq!(command("Enter", false, false), Some(Command::Enter));
        assert_eq!(command("Backspace", false, false), Some(Command::Erase));
        assert_eq!(command("Escape", false, false), Some(Command::Back));
    }

    #[test]
    fn what_is_held_down_with_ctrl_is_the_browsers() {
        for key in ["f", "ArrowLeft", "Home", "5", "?", "Escape"] {
            assert_eq!(command(key, false, true), None, "{key}");
        }
        for key in ["Tab", "Shift", "F5", "x", "è", "Dead", ""] {
            assert_eq!(command(key, false, false), None, "{key}");
        }
    }
}
