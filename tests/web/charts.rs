//! A chart drawn by the page is the chart of the golden files, byte for byte.

#[path = "../core/charts/examples.rs"]
mod examples;

use wasm_bindgen_test::wasm_bindgen_test;

macro_rules! goldens {
    ($($name:ident),+) => {
        $(#[wasm_bindgen_test]
        fn $name() {
            let narrow = include_str!(concat!("../golden/charts/", stringify!($name), "-320.svg"));
            assert_eq!(examples::$name(320), narrow);
            let wide = include_str!(concat!("../golden/charts/", stringify!($name), "-640.svg"));
            assert_eq!(examples::$name(640), wide);
        })+
    };
}

goldens!(
    yes_no,
    choices,
    long_labels,
    completeness,
    every_tone,
    databases
);
