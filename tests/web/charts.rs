//! A chart drawn by the page is the chart of the golden files, byte for byte.

#[path = "../core/charts/awkward.rs"]
mod awkward;
#[path = "../core/charts/examples.rs"]
mod examples;
#[path = "../core/charts/real.rs"]
mod real;

use wasm_bindgen_test::wasm_bindgen_test;

/// The tests have the names of the charts; here are the charts.
mod drawn {
    pub(super) use super::{awkward::*, examples::*, real::*};
}

macro_rules! goldens {
    ($($name:ident),+) => {
        $(#[wasm_bindgen_test]
        fn $name() {
            let narrow = include_str!(concat!("../golden/charts/", stringify!($name), "-320.svg"));
            assert_eq!(drawn::$name(320), narrow);
            let wide = include_str!(concat!("../golden/charts/", stringify!($name), "-640.svg"));
            assert_eq!(drawn::$name(640), wide);
        })+
    };
}

goldens!(
    yes_no,
    choices,
    long_labels,
    completeness,
    every_tone,
    databases,
    unit_dots,
    unit_dots_in_print,
    unit_dots_in_contrast,
    dots_of_no,
    combinations,
    readings,
    readings_in_the_dark,
    readings_in_print,
    changes,
    groups,
    picture,
    picture_in_the_dark,
    thirty_dots,
    eight_sets,
    uneven_readings,
    one_reading,
    far_changes,
    uneven_groups
);
