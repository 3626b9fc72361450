//! What stands beside the data: of which survey they are, of which version, and
//! what was chosen.

use super::Data;
use super::table::{DataTable, Datum, Holds, column};
use crate::analysis::indicator;
use crate::report::compose::Scope;
use crate::report::whole::Stamp;

impl<'a> Data<'a> {
    /// A list of names and values. The stamp is that of the report; `on` is its
    /// day, `2020-04-30`.
    pub fn about(&self, stamp: &Stamp, on: &'a str) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("item", t.doc_item(), Holds::Text),
            column("value", t.doc_said(), Holds::Any),
        ];
        let mut table = DataTable::new("about", t.data_about(), 1, columns);
        let mut say = |item: &'static str, value: Datum<'a>| {
            if !value.is_empty() {
                table.rows.push(vec![Datum::text(item), value]);
            }
        };
        let head = &self.survey.head;
        let document = &head.document;
        for (item, text) in [
            (t.data_title(), &head.title),
            (t.doc_project(), &document.project),
            (t.data_subtitle(), &document.subtitle),
            (t.doc_cup(), &document.cup),
            (t.doc_call(), &document.call),
            (t.doc_action(), &document.action),
            (t.doc_activity(), &document.activity),
            (t.doc_coordinator(), &document.action_coordinator),
        ] {
            say(item, Datum::text(text));
        }
        for fund in &document.funds {
            say(t.data_fund(), Datum::text(fund));
        }
        say(t.doc_version_number(), Datum::text(stamp.version.clone()));
        say(t.doc_issued_on(), Datum::day(on));
        say(t.fingerprint(), Datum::text(stamp.fingerprint.clone()));
        say(t.data_language(), Datum::text(t.name()));
        let scope = match self.options.scope {
            Scope::Internal => t.data_scope_internal(),
            Scope::Public => t.data_scope_public(),
        };
        say(t.data_scope(), Datum::text(scope));
        let shown = [
            (t.data_comments(), self.options.shows_comments()),
            (t.contacts(), self.options.shows_contacts()),
            (t.data_persons(), self.options.shows_persons()),
        ];
        for (item, shown) in shown {
            say(item, Datum::YesNo(shown));
        }
        let codes: Vec<_> = self.bodies().map(|(_, p)| p.code.as_str()).collect();
        let bodies = match self.options.bodies.is_empty() {
            true => Datum::text(t.doc_all_bodies()),
            false => Datum::text(codes.join(", ")),
        };
        say(t.data_some_bodies(), bodies);
        say(t.data_all(), Datum::Count(head.partners.len()));
        let received = self.population.received().len();
        say(t.data_received(), Datum::Count(received));
        if let Some(result) = indicator(&self.population) {
            let target = usize::try_from(result.target).unwrap_or(usize::MAX);
            say(t.data_target(), Datum::Count(target));
            say(t.data_result(), Datum::Count(result.result()));
        }
        for issue in &document.versions {
            let mut said = vec![&issue.version, &issue.issued_on, &issue.changes];
            if self.options.shows_persons() {
                said.extend([&issue.prepared_by, &issue.verified_by]);
            }
            said.retain(|text| !text.is_empty());
            let said: Vec<_> = said.into_iter().map(String::as_str).collect();
            say(t.doc_versions(), Datum::text(said.join(" · ")));
        }
        say(t.data_base_note(), Datum::text(t.data_base_text()));
        say(t.data_long_texts(), Datum::text(t.data_long_texts_said()));
        table
    }
}
