//! In which order the bodies and the questions of the matrix stand. What
//! compares equal stays in the order of the survey, whichever the direction,
//! and what has nothing to compare stands last.

use super::{ColumnGroup, Matrix};
use crate::analysis::{BodyIndex, Share};
use crate::model::{lowercase, sort_by};
use std::cmp::Ordering;

/// What something can be sorted by.
pub trait SortKey: Copy + PartialEq + 'static {
    /// Each key with its name in addresses.
    const ALL: &'static [(Self, &'static str)];
}

/// What bodies are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKey {
    /// The order of the survey's partners.
    #[default]
    Survey,
    /// Their names.
    Name,
    /// What kind of body they are.
    Kind,
    /// Answered of asked.
    Completeness,
    /// How often they say what most say.
    Agreement,
}

impl SortKey for RowKey {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Survey, "survey"),
        (Self::Name, "name"),
        (Self::Kind, "kind"),
        (Self::Completeness, "completeness"),
        (Self::Agreement, "agreement"),
    ];
}

/// What the questions of a dimension are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKey {
    /// The order in which they are printed.
    #[default]
    Printed,
    /// Answered of asked.
    Completeness,
    /// How many say the most frequent answer; open questions stand last.
    Agreement,
}

impl SortKey for ColumnKey {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Printed, "printed"),
        (Self::Completeness, "completeness"),
        (Self::Agreement, "agreement"),
    ];
}

/// What to sort by, and in which direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort<K> {
    /// What to sort by.
    pub by: K,
    /// From the last to the first, from the most to the least.
    pub descending: bool,
}

impl<K: SortKey> Sort<K> {
    /// Reads an order from an address: `name`, or `-name` for the other
    /// direction.
    pub fn parse(text: &str) -> Option<Self> {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        let found = K::ALL.iter().find(|(_, code)| *code == name);
        found.map(|(by, _)| Self {
            by: *by,
            descending,
        })
    }

    /// The order as it stands in an address.
    pub fn code(self) -> String {
        let sign = if self.descending { "-" } else { "" };
        let found = K::ALL.iter().find(|(by, _)| *by == self.by);
        [sign, found.map_or("", |(_, code)| code)].concat()
    }

    /// The same, or the other way round.
    pub(in crate::analysis) fn direct(&self, order: Ordering) -> Ordering {
        if self.descending {
            order.reverse()
        } else {
            order
        }
    }

    /// Shares without a base stand last in both directions.
    pub(in crate::analysis) fn shares(&self, a: Share, b: Share) -> Ordering {
        match a.compare(b) {
            Some(order) => self.direct(order),
            None => (a.n == 0).cmp(&(b.n == 0)),
        }
    }
}

/// The order of the bodies.
pub type RowSort = Sort<RowKey>;

/// The order of the questions.
pub type ColumnSort = Sort<ColumnKey>;

impl Matrix {
    /// The bodies in order, by their places.
    pub fn rows(&self, sort: RowSort) -> Vec<BodyIndex> {
        let names: Vec<String> = match sort.by {
            RowKey::Name => self.bodies.iter().map(|b| lowercase(&b.name)).collect(),
            RowKey::Kind => self.bodies.iter().map(|b| b.kind.0.clone()).collect(),
            _ => Vec::new(),
        };
        let named = |body: usize| names.get(body).filter(|name| !name.is_empty());
        let share = |body: usize| {
            let body = self.bodies.get(body);
            body.map_or_else(Share::default, |body| match sort.by {
                RowKey::Agreement => body.agreement,
                _ => body.completeness,
            })
        };
        let mut order: Vec<BodyIndex> = (0..self.bodies.len()).collect();
        sort_by(&mut order, |a, b| match sort.by {
            RowKey::Survey => sort.direct(a.cmp(b)),
            RowKey::Name | RowKey::Kind => match (named(*a), named(*b)) {
                (Some(a), Some(b)) => sort.direct(a.cmp(b)),
                (a, b) => a.is_none().cmp(&b.is_none()),
            },
            RowKey::Completeness | RowKey::Agreement => sort.shares(share(*a), share(*b)),
        });
        order
    }

    /// The questions in order, by their places: the dimensions as they are
    /// printed, and in each of them its questions.
    pub fn columns(&self, sort: ColumnSort) -> Vec<ColumnGroup> {
        let mut groups: Vec<ColumnGroup> = Vec::new();
        for (at, question) in self.questions.iter().enumerate() {
            // The questions of a dimension stand together already.
            match groups.last_mut() {
                Some(group) if group.dimension == question.dimension => group.columns.push(at),
                _ => groups.push(ColumnGroup {
                    dimension: question.dimension.clone(),
                    columns: vec![at],
                }),
            }
        }
        let share = |column: usize| {
            let question = self.questions.get(column);
            question.map_or_else(Share::default, |question| match sort.by {
                ColumnKey::Agreement => question.agreement,
                _ => question.completeness,
            })
        };
        for group in &mut groups {
            sort_by(&mut group.columns, |a, b| match sort.by {
                ColumnKey::Printed => sort.direct(a.cmp(b)),
                ColumnKey::Completeness | ColumnKey::Agreement => sort.shares(share(*a), share(*b)),
            });
        }
        groups
    }
}
