//! What one survey may be after the browser has died: the plain model.

use std::collections::BTreeMap;

/// A survey as the model sees it: its title, the mark of the trash, its
/// partners, and each answer. Empty where there is no survey.
pub type Fields = BTreeMap<String, String>;

struct Version {
    /// Counts whole changes: between two of them, records change one by one.
    epoch: usize,
    fields: Fields,
}

/// Everything that a survey was since it was last certain what is on the disk.
pub struct Track {
    versions: Vec<Version>,
    /// For each field, the version that must not be lost.
    promised: BTreeMap<String, usize>,
    promised_epoch: usize,
}

/// A change that was made, to be promised later.
#[derive(Clone)]
pub struct Made {
    version: usize,
    changed: Vec<String>,
}

impl Track {
    /// Begins with what is certain.
    pub fn certain(fields: Fields) -> Self {
        Self {
            versions: vec![Version { epoch: 0, fields }],
            promised: BTreeMap::new(),
            promised_epoch: 0,
        }
    }

    pub fn latest(&self) -> &Fields {
        &self.versions[self.versions.len() - 1].fields
    }

    /// Notes a change.
    pub fn make(&mut self, fields: Fields, is_whole: bool) -> Made {
        let before = &self.versions[self.versions.len() - 1];
        let epoch = before.epoch + usize::from(is_whole);
        let both = before.fields.keys().chain(fields.keys());
        let changed = both.filter(|f| before.fields.get(*f) != fields.get(*f));
        let changed = changed.cloned().collect();
        self.versions.push(Version { epoch, fields });
        let version = self.versions.len() - 1;
        Made { version, changed }
    }

    /// A person has read "saved" after this change.
    pub fn promise(&mut self, made: &Made) {
        for field in &made.changed {
            let promised = self.promised.entry(field.clone()).or_default();
            *promised = made.version.max(*promised);
        }
        let epoch = self.versions[made.version].epoch;
        self.promised_epoch = self.promised_epoch.max(epoch);
    }

    /// Whether a survey may be found like this: each field as it was promised
    /// or later, and none from before or after another one's whole change.
    pub fn allows(&self, found: &Fields) -> bool {
        let last = self.versions[self.versions.len() - 1].epoch;
        (self.promised_epoch..=last).any(|epoch| self.allows_in(epoch, found))
    }

    fn allows_in(&self, epoch: usize, found: &Fields) -> bool {
        let of_epoch = || {
            let numbered = self.versions.iter().enumerate();
            numbered.filter(move |(_, version)| version.epoch == epoch)
        };
        let known = of_epoch().flat_map(|(_, version)| version.fields.keys());
        known.chain(found.keys()).all(|field| {
            let from = self.promised.get(field).copied().unwrap_or(0);
            of_epoch()
                .any(|(n, version)| n >= from && version.fields.get(field) == found.get(field))
        })
    }

    /// All that was promised and all that came later, for a failed test.
    pub fn tell(&self) -> String {
        let mut told = format!(
            "epoch {}, promised {:?}",
            self.promised_epoch, self.promised
        );
        for (n, version) in self.versions.iter().enumerate() {
            told += &format!("\n{n} ({}): {:?}", version.epoch, version.fields);
        }
        told
    }
}
