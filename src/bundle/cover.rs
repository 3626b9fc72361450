//! The covering text of an invitation, to be pasted into a mail.

use crate::i18n::Locale;

/// How the invitation travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// This link stands in the mail.
    Link(&'a str),
    /// A file of this name is attached to it.
    File(&'a str),
    /// The app itself is attached, a file of the first name, and the invitation.
    Files(&'a str, &'a str),
}

/// What the text names.
#[derive(Clone, Copy, Debug)]
pub struct Cover<'a> {
    /// The survey.
    pub title: &'a str,
    /// The body that is invited.
    pub body: &'a str,
    /// Who coordinates; empty where nobody is named.
    pub coordinator: &'a str,
    /// The day until which an answer is hoped for, as it is to be written;
    /// empty where there is none.
    pub until: &'a str,
    /// Remarks that wait for an answer, where the sheet is sent back.
    pub remarks: usize,
    /// Address of the app.
    pub address: &'a str,
    /// How the invitation travels.
    pub way: Way<'a>,
}

impl Cover<'_> {
    /// The text, in the language of those who are invited.
    pub fn text(&self, t: Locale) -> String {
        let coordinator = self.coordinator;
        let open = match self.way {
            Way::Link(link) => [t.cover_link(), link].join("\n"),
            Way::File(file) => t.cover_file(file, self.address),
            Way::Files(app, file) => t.cover_files(app, file),
        };
        let send = match self.until {
            "" => t.cover_send().into(),
            day => t.cover_send_by(day),
        };
        let is_back = self.remarks > 0;
        let mut what = if is_back {
            t.cover_returned(self.remarks, self.title, self.body)
        } else {
            t.cover_what(self.title, self.body)
        };
        if !coordinator.is_empty() {
            what = [what, t.cover_who(coordinator)].join(" ");
        }
        let (open, fill) = if is_back {
            let open = [open.as_str(), t.cover_same_browser()].join("\n");
            (open, t.cover_clarify())
        } else {
            (open, t.cover_fill())
        };
        let paragraphs = [
            t.cover_subject(self.title, self.body),
            t.cover_dear().into(),
            what,
            open,
            fill.into(),
            send,
            t.cover_nothing_leaves().into(),
            t.cover_thanks().into(),
        ];
        paragraphs.join("\n\n")
    }
}
