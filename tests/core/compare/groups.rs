//! Groups of bodies, and a question counted within each.

use super::question;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::Tally;
use rilievo::analysis::compare::{GroupBy, GroupKey, groups, tally_by};
use rilievo::model::{Answer, EffectiveState, LocalText, PartnerKind, Role, Value};

/// Each group with its bodies.
fn found(s: &Scenario, by: &GroupBy) -> Vec<(GroupKey, String)> {
    let groups = groups(&s.population(), by).into_iter();
    groups
        .map(|group| (group.key, s.names(group.bodies).join(" ")))
        .collect()
}

/// Each option, how many answered, and the bodies behind it.
fn counted(s: &Scenario, tally: &Tally) -> Vec<String> {
    let options = tally.options.iter().map(|option| {
        let bodies = s.names(option.bodies()).join(" ");
        format!("{} {}: {bodies}", option.option, tally.answered())
    });
    options.collect()
}

fn kind(code: &str) -> GroupKey {
    GroupKey::Kind(Some(PartnerKind(code.into())))
}

#[test]
fn how_each_kind_of_body_manages_its_services() {
    let s = Scenario::example();
    let groups_found = found(&s, &GroupBy::Kind);
    assert_eq!(
        groups_found,
        [
            (kind("citta_metropolitana"), "7 9".into()),
            (kind("comune"), "EC".into()),
            (kind("provincia_autonoma"), "8".into()),
            (kind("regione"), "1 2 3 4 5 6".into()),
        ]
    );
    let population = s.population();
    let managed = s.survey.head.questionnaire.question(&question("q2"));
    let by_kind = groups(&population, &GroupBy::Kind);
    let tallies = tally_by(&population, managed.unwrap(), &by_kind);
    let counted: Vec<_> = tallies.iter().map(|tally| counted(&s, tally)).collect();
    assert_eq!(
        counted,
        [
            ["interno 2: 7", "in_house 2: ", "esterno 2: 7 9"],
            ["interno 1: EC", "in_house 1: ", "esterno 1: EC"],
            ["interno 1: ", "in_house 1: 8", "esterno 1: "],
            ["interno 5: 2 3 6", "in_house 5: 4 5", "esterno 5: 2 3"],
        ]
    );
    assert_eq!(tallies[3].bodies, 6);
    assert_eq!(
        s.names(tallies[3].state(EffectiveState::Missing).to_vec()),
        ["1"]
    );
    assert_eq!(tallies[3].asked(), 5);
}

#[test]
fn by_an_answer_each_combination_and_each_state_is_a_group() {
    let s = Scenario::example();
    let state = GroupKey::State;
    assert_eq!(
        found(&s, &GroupBy::Answer(question("q2"))),
        [
            (GroupKey::Options(vec![0]), "6".into()),
            (GroupKey::Options(vec![0, 2]), "EC 2 3 7".into()),
            (GroupKey::Options(vec![1]), "4 5 8".into()),
            (GroupKey::Options(vec![2]), "9".into()),
            (state(EffectiveState::Missing), "1".into()),
        ]
    );
    assert_eq!(
        found(&s, &GroupBy::Answer(question("q24"))),
        [
            (GroupKey::Options(vec![0]), "2 4 6 7 9".into()),
            (GroupKey::Options(vec![1]), "8".into()),
            (state(EffectiveState::Blank), "3".into()),
            (state(EffectiveState::Unclear), "EC 5".into()),
            (state(EffectiveState::Missing), "1".into()),
        ]
    );
    assert_eq!(
        found(&s, &GroupBy::Answer(question("q16"))),
        [
            (state(EffectiveState::Given), "EC 2 3 5 6 8 9".into()),
            (state(EffectiveState::NotAsked), "4".into()),
            (state(EffectiveState::OffCondition), "7".into()),
            (state(EffectiveState::Missing), "1".into()),
        ],
        "an open question"
    );
    let nowhere = found(&s, &GroupBy::Answer(question("nowhere")));
    assert_eq!(nowhere.len(), 2, "every body is somewhere: {nowhere:?}");
}

#[test]
fn bodies_without_role_or_kind_are_a_group_of_their_own() {
    let mut s = Scenario::of(museums());
    let partners = &mut s.survey.head.partners;
    partners[1].kind = PartnerKind::default();
    let reuser = Some(Role::Reuser);
    let roles = [reuser, None, None, Some(Role::Lead), reuser];
    for (partner, role) in partners.iter_mut().zip(roles) {
        partner.role = role;
    }
    assert_eq!(
        found(&s, &GroupBy::Role),
        [
            (GroupKey::Role(Some(Role::Lead)), "scienze".into()),
            (GroupKey::Role(Some(Role::Reuser)), "civico carta".into()),
            (GroupKey::Role(None), "diocesano mare".into()),
        ]
    );
    assert_eq!(
        found(&s, &GroupBy::Kind),
        [
            (kind("comune"), "civico mare".into()),
            (kind("fondazione"), "carta".into()),
            (kind("universita"), "scienze".into()),
            (GroupKey::Kind(None), "diocesano".into()),
        ]
    );
}

#[test]
fn what_cannot_be_read_is_a_group_too() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("entry", "free").submit();
    s.partner("mare").submit();
    s.partner("carta").submit();
    let withheld = Value::Withheld(LocalText::new("it", "copia pubblica"));
    let other = Value::Text("libero".into());
    for (sheet, value) in [(2, withheld), (4, other)] {
        let sheet = &mut s.survey.sheets[sheet];
        sheet
            .answers
            .insert(question("entry"), Answer::given(value));
    }
    assert_eq!(
        found(&s, &GroupBy::Answer(question("entry"))),
        [
            (GroupKey::Options(vec![0]), "civico".into()),
            (GroupKey::State(EffectiveState::Given), "carta".into()),
            (
                GroupKey::State(EffectiveState::Missing),
                "diocesano scienze".into()
            ),
            (GroupKey::Withheld, "mare".into()),
        ]
    );
}
