//! What the windows of a presentation say to each other, as a line of text.

/// What a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It shows the slides.
    Stage,
    /// It is for who speaks.
    Speaker,
}

/// What one window tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// It has just come, and asks where the others are.
    Asking,
    /// It is at a slide, by its key, and black or not.
    Showing(At),
    /// It goes.
    Leaving,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The key of the slide.
    pub slide: String,
    /// The screen is black.
    pub black: bool,
}

/// Begins every line, so that nothing else is taken for one.
const OURS: &str = "rilievo-present";

impl Message {
    /// As a line that a window of this role sends.
    pub fn write(&self, from: Role) -> String {
        let from = match from {
            Role::Stage => "stage",
            Role::Speaker => "speaker",
        };
        match self {
            Self::Asking => [OURS, from, "asking"].join(" "),
            Self::Leaving => [OURS, from, "leaving"].join(" "),
            Self::Showing(at) => {
                let light = if at.black { "black" } else { "light" };
                [OURS, from, "showing", light, &at.slide].join(" ")
            }
        }
    }

    /// Reads such a line; `None` for anything else.
    pub fn read(line: &str) -> Option<(Role, Self)> {
        let mut words = line.splitn(5, ' ');
        if words.next() != Some(OURS) {
            return None;
        }
        let from = match words.next()? {
            "stage" => Role::Stage,
            "speaker" => Role::Speaker,
            _ => return None,
        };
        let said = match words.next()? {
            "asking" => Self::Asking,
            "leaving" => Self::Leaving,
            "showing" => {
                let black = words.next()? == "black";
                let slide = words.next()?.into();
                Self::Showing(At { slide, black })
            }
            _ => return None,
        };
        Some((from, said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_understood() {
        let at = |black| At {
            slide: "question/q2~2".into(),
            black,
        };
        let all = [
            Message::Asking,
            Message::Leaving,
            Message::Showing(at(true)),
            Message::Showing(at(false)),
        ];
        for from in [Role::Stage, Role::Speaker] {
            for message in &all {
                let read = Message::read(&message.write(from));
                assert_eq!(read, Some((from, message.clone())));
            }
        }
    }

    #[test]
    fn what_somebody_else_says_is_not() {
        for line in [
            "",
            "hello",
            "rilievo-present",
            "rilievo-present stage",
            "rilievo-present stage showing",
            "rilievo-present stage showing black",
            "rilievo-present nobody asking",
            "rilievo-present stage jumping",
        ] {
            assert_eq!(Message::read(line), None, "{line}");
        }
    }
}
