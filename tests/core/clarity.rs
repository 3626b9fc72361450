//! How far it is with what a sheet is asked to clarify, from one remark to the
//! sheet that is sent again.

use rilievo::analysis::clarity::{Clarity, clarity};
use rilievo::model::{
    About, Actor, Extra, PartnerId, Remark, RemarkId, RemarkState, Reply, ReplyId, Sheet,
    SheetAction, Stamp, Timestamp,
};

fn at(minute: u32) -> Stamp {
    Stamp {
        at: Timestamp::new(format!("2026-11-25T10:{minute:02}:00.000Z")),
        by: "here".into(),
    }
}

fn id(name: &str) -> RemarkId {
    RemarkId::new(name).unwrap()
}

fn reply(sheet: &mut Sheet, remark: &str, minute: u32) {
    let reply = Reply {
        id: ReplyId::new(&format!("p{minute}")).unwrap(),
        author: "Ufficio ICT".into(),
        text: "Sala 12.".into(),
        at: Some(at(minute).at),
        extra: Extra::new(),
    };
    assert!(sheet.reply(&id(remark), reply));
}

#[test]
fn a_body_is_told_what_is_left_to_it_and_the_coordinator_what_is_open() {
    let mut sheet = Sheet::expected(PartnerId::new("civico").unwrap());
    let both = |sheet: &Sheet| {
        let of = |actor| clarity(sheet, actor);
        (of(Actor::Partner), of(Actor::Coordinator))
    };
    let act = |sheet: &mut Sheet, action, actor, minute| {
        sheet.act(action, actor, "", &at(minute)).unwrap();
    };
    act(&mut sheet, SheetAction::Submit, Actor::Partner, 0);
    assert_eq!(both(&sheet), (Clarity::Clear, Clarity::Clear));

    for name in ["one", "two"] {
        let remark = Remark::raised(id(name), About::Sheet, "Coordinamento", "Quale?", &at(1));
        sheet.raise(remark);
    }
    act(&mut sheet, SheetAction::SendBack, Actor::Coordinator, 2);
    assert_eq!(both(&sheet), (Clarity::Open(2), Clarity::Open(2)));

    reply(&mut sheet, "one", 3);
    assert_eq!(both(&sheet), (Clarity::Waiting(1, 2), Clarity::Open(2)));
    reply(&mut sheet, "two", 4);
    assert_eq!(both(&sheet), (Clarity::Replied, Clarity::Open(2)));
    act(&mut sheet, SheetAction::Submit, Actor::Partner, 5);
    assert_eq!(both(&sheet), (Clarity::Sent, Clarity::Open(2)));

    for name in ["one", "two"] {
        sheet.settle_remark(&id(name), RemarkState::Resolved, &at(6));
    }
    assert_eq!(both(&sheet), (Clarity::Clear, Clarity::Clear));
}
