//! What is measured of both pages, in the order of the tables.

use super::goals::MEMORY;

/// Something that was measured of both pages.
pub struct Line {
    /// What the row says.
    pub what: &'static str,
    /// The part of the measurement.
    pub part: &'static str,
    /// Where its figures are.
    pub path: &'static str,
    /// Sheets of the plain page's survey, and of the app's.
    pub sheets: [u64; 2],
}

const fn line(what: &'static str, part: &'static str, path: &'static str, sheets: u64) -> Line {
    Line {
        what,
        part,
        path,
        sheets: [sheets, sheets],
    }
}

/// Milliseconds, at both speeds of the processor.
pub const TIMES: [Line; 20] = [
    line("navigation → interactive", "open", "interactive", 9),
    line("… total blocking time", "open", "blocked", 9),
    line(
        "keystroke, main thread, 9 sheets",
        "edit",
        "keystrokes/all",
        9,
    ),
    line("… until painted", "edit", "keystrokes/painted", 9),
    Line {
        sheets: [9, 8_000],
        ..line(
            "keystroke, main thread, 8,000 sheets",
            "edit",
            "keystrokes/all",
            9,
        )
    },
    line(
        "choice that reveals, main thread, 9 sheets",
        "edit",
        "revealing/all",
        9,
    ),
    line("… until painted", "edit", "revealing/painted", 9),
    Line {
        sheets: [9, 8_000],
        ..line(
            "choice that reveals, main thread, 8,000 sheets",
            "edit",
            "revealing/all",
            9,
        )
    },
    line("file of 8,000 → dry run, charts", "import", "shown", 8_000),
    line("… main thread at work", "import", "busy", 8_000),
    line("… longest task", "import", "longest", 8_000),
    line("yes → kept and painted", "import", "kept/painted", 8_000),
    line("… then the results", "import", "kept/results", 8_000),
    line(
        "file of 23,000 → dry run, charts",
        "import-huge",
        "shown",
        23_000,
    ),
    line("… main thread at work", "import-huge", "busy", 23_000),
    line("… longest task", "import-huge", "longest", 23_000),
    line(
        "results of 8,000 stored, in a new tab",
        "results",
        "opened",
        8_000,
    ),
    line(
        "results of 8,000 from inside (aggregate + paint)",
        "results",
        "inside",
        8_000,
    ),
    line("another dimension", "results", "turned", 8_000),
    line("filter on, filter off", "results", "filtered", 8_000),
];

/// Bytes that are held after each step, at full speed.
pub const HELD: [Line; 4] = [
    line("a sheet is open, 9 sheets", "open", MEMORY, 9),
    line("file of 8,000 was read", "import", MEMORY, 8_000),
    line("results of 8,000 are open", "results", MEMORY, 8_000),
    line("file of 23,000 was read", "import-huge", MEMORY, 23_000),
];
