//! Any sequence of edits in two tabs, imports, snapshots, deletions, refusals
//! and crashes, against a plain model: every survey is found as it was before
//! or after a whole change, and every answer for which "saved" was said is there,
//! as it was then or later.
//!
//! Not in the model, and so not promised: a whole change or a deletion for good in
//! one tab while the other still owes the store something.

mod page;
mod track;
mod world;

use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::OnceLock;
use world::World;

/// Something that a person, the browser or the store does. Numbers choose the
/// tab, the survey, the partner and the question.
#[derive(Clone, Debug)]
enum Step {
    /// Tab, survey, partner, question; and whether the earlier answer is noted.
    Edit(usize, usize, usize, usize, bool),
    Title(usize, usize),
    AddPartner(usize, usize, usize),
    RemovePartner(usize, usize, usize),
    /// With these partners, one bit each.
    Import(usize, usize, u8),
    Snapshot(usize, usize),
    /// The snapshot to restore.
    Restore(usize, usize, usize),
    Trash(usize, usize, bool),
    Purge(usize, usize),
    /// The tab's edits reach the journal.
    Commit(usize),
    Settle(usize),
    /// Minutes go by, and the browser carries everything to the disk.
    Wait,
    Refuse(bool),
    FailAt(usize),
    Room(Option<usize>),
    JournalRefuses(bool),
    Reload,
    /// How much of what was not on the disk is there; whether the clock goes
    /// back by an hour.
    Crash(Index, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let (tab, survey, partner, question) = (0..2_usize, 0..2_usize, 0..3_usize, 0..2_usize);
    let at = (tab.clone(), survey);
    prop_oneof![
        16 => (at.clone(), partner.clone(), question, any::<bool>())
            .prop_map(|((t, s), p, q, noted)| Step::Edit(t, s, p, q, noted)),
        2 => at.clone().prop_map(|(t, s)| Step::Title(t, s)),
        2 => (at.clone(), partner.clone()).prop_map(|((t, s), p)| Step::AddPartner(t, s, p)),
        2 => (at.clone(), partner).prop_map(|((t, s), p)| Step::RemovePartner(t, s, p)),
        6 => (at.clone(), 1..8_u8).prop_map(|((t, s), some)| Step::Import(t, s, some)),
        2 => at.clone().prop_map(|(t, s)| Step::Snapshot(t, s)),
        2 => (at.clone(), 0..3_usize).prop_map(|((t, s), n)| Step::Restore(t, s, n)),
        2 => (at.clone(), any::<bool>()).prop_map(|((t, s), is_in)| Step::Trash(t, s, is_in)),
        1 => at.prop_map(|(t, s)| Step::Purge(t, s)),
        8 => tab.clone().prop_map(Step::Commit),
        3 => tab.prop_map(Step::Settle),
        2 => Just(Step::Wait),
        2 => any::<bool>().prop_map(Step::Refuse),
        2 => (1..8_usize).prop_map(Step::FailAt),
        2 => prop::option::of(0..400_usize).prop_map(Step::Room),
        1 => any::<bool>().prop_map(Step::JournalRefuses),
        2 => Just(Step::Reload),
        4 => (any::<Index>(), any::<bool>()).prop_map(|(keep, back)| Step::Crash(keep, back)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: crate::cases(300, 10_000),
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_that_was_said_to_be_saved_is_lost(
        has_journal in prop::bool::weighted(0.8),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        static PATTERN: OnceLock<rilievo::model::Survey> = OnceLock::new();
        let mut world = World::new(has_journal, PATTERN.get_or_init(world::pattern));
        // Both surveys are there from the start, most of the time.
        world.take(&Step::Import(0, 0, 7));
        world.take(&Step::Import(1, 1, 3));
        for step in &steps {
            world.take(step);
        }
        // At the end the browser dies, and what it had not written is lost.
        world.reopen(Some(0));
    }
}
