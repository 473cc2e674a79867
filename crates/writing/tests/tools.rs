//! What the tools and Enter do. In the texts here ‹ and › stand around what is selected, and ‹› where the caret is.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use writing::{Edit, Tool, Written, continued, linked, picture};

/// A text as a field holds it: its letters, and the selection in units.
fn field(marked: &str) -> (String, std::ops::Range<usize>) {
    let (before, rest) = marked.split_once('‹').unwrap();
    let (selection, after) = rest.split_once('›').unwrap();
    let units = |text: &str| text.encode_utf16().count();
    (format!("{before}{selection}{after}"), units(before)..units(before) + units(selection))
}

/// What a field does with an edit, counting as a browser does.
fn applied(text: &str, edit: &Edit) -> (String, std::ops::Range<usize>) {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    units.splice(edit.replaced.clone(), edit.with.encode_utf16());
    (String::from_utf16(&units).expect("no character is cut"), edit.selected.clone())
}

fn shown((text, selected): &(String, std::ops::Range<usize>)) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |range: std::ops::Range<usize>| String::from_utf16(&units[range]).expect("no character is cut");
    let (start, end) = (selected.start, selected.end);
    format!("{}‹{}›{}", part(0..start), part(start..end), part(end..units.len()))
}

fn used(tool: Tool, marked: &str) -> String {
    let (text, selected) = field(marked);
    shown(&applied(&text, &tool.edit(&Written::new(&text, selected))))
}

fn entered(marked: &str) -> Option<String> {
    let (text, selected) = field(marked);
    let edit = continued(&Written::new(&text, selected))?;
    Some(shown(&applied(&text, &edit)))
}

#[test]
fn selected_words_are_marked_and_the_marks_taken_away_again() {
    assert_eq!(used(Tool::Bold, "a ‹bold› word"), "a **‹bold›** word");
    assert_eq!(used(Tool::Bold, "a **‹bold›** word"), "a ‹bold› word");
    assert_eq!(used(Tool::Bold, "a ‹**bold**› word"), "a ‹bold› word");
    assert_eq!(used(Tool::Italic, "🙂 ‹fóx› 🙂"), "🙂 *‹fóx›* 🙂");
    assert_eq!(used(Tool::Code, "‹x = 1›"), "`‹x = 1›`");
    assert_eq!(used(Tool::Code, "‹a`b›"), "``‹a`b›``");
    assert_eq!(used(Tool::Maths, "so ‹x^2› is"), "so $‹x^2›$ is");
}

#[test]
fn bold_and_italic_leave_each_other_alone() {
    assert_eq!(used(Tool::Italic, "**‹both›**"), "***‹both›***");
    assert_eq!(used(Tool::Bold, "***‹both›***"), "*‹both›*");
    assert_eq!(used(Tool::Italic, "***‹both›***"), "**‹both›**");
}

#[test]
fn spaces_at_the_ends_stay_outside_and_every_line_is_marked_by_itself() {
    assert_eq!(used(Tool::Bold, "so‹ much ›rain"), "so **‹much›** rain");
    assert_eq!(used(Tool::Bold, "‹- one\n\n- two›"), "- **‹one**\n\n- **two›**");
    assert_eq!(used(Tool::Bold, "‹- **one**\n- **two**›"), "- ‹one\n- two›");
}

#[test]
fn the_word_at_the_caret_is_meant_and_the_caret_stays_in_it() {
    assert_eq!(used(Tool::Bold, "a bo‹›ld word"), "a **bo‹›ld** word");
    assert_eq!(used(Tool::Bold, "a **bo‹›ld** word"), "a bo‹›ld word");
    assert_eq!(used(Tool::Italic, "a ‹› word"), "a *‹›* word");
    assert_eq!(used(Tool::Italic, "a *‹›* word"), "a ‹› word");
}

#[test]
fn at_the_end_of_marked_words_the_same_keys_end_the_mark() {
    assert_eq!(used(Tool::Bold, "a **bold word‹›**"), "a **bold word**‹›");
    assert_eq!(used(Tool::Italic, "* a *word‹›* more"), "* a *word*‹› more");
    assert_eq!(used(Tool::Code, "`x‹›`"), "`x`‹›");
}

#[test]
fn lines_become_lists_and_words_again() {
    assert_eq!(used(Tool::Bullets, "on‹›e"), "- on‹›e");
    assert_eq!(used(Tool::Bullets, "- on‹›e"), "on‹›e");
    assert_eq!(used(Tool::Numbers, "‹- one\n\n- [ ] two›\n"), "‹1. one\n\n2. two›\n");
    assert_eq!(used(Tool::Tasks, "‹1. one\n2) two›"), "‹- [ ] one\n- [ ] two›");
    assert_eq!(used(Tool::Tasks, "‹- [x] one\n- [ ] two›"), "‹one\ntwo›");
    assert_eq!(used(Tool::Bullets, "  ‹›"), "  - ‹›");
    assert_eq!(used(Tool::Bullets, "‹one\n›two"), "‹- one›\ntwo");
}

#[test]
fn a_heading_becomes_smaller_and_then_none() {
    let steps = ["T‹›", "# T‹›", "## T‹›", "### T‹›", "T‹›"];
    for step in steps.windows(2) {
        assert_eq!(used(Tool::Heading, step[0]), step[1]);
    }
    assert_eq!(used(Tool::Heading, "- T‹›"), "# T‹›");
    assert_eq!(used(Tool::Bullets, "#hash‹›tag"), "- #hash‹›tag");
}

#[test]
fn a_quotation_goes_around_lines_and_comes_off() {
    assert_eq!(used(Tool::Quote, "‹one\n\n- two›"), "‹> one\n> \n> - two›");
    assert_eq!(used(Tool::Quote, "‹> one\n> \n> - two›"), "‹one\n\n- two›");
    assert_eq!(used(Tool::Quote, "> > o‹›h"), "> o‹›h");
}

#[test]
fn a_link_waits_for_what_it_lacks() {
    assert_eq!(used(Tool::Link, "see ‹this›"), "see [this](‹›)");
    assert_eq!(used(Tool::Link, "see ‹›"), "see [‹›]()");
    assert_eq!(used(Tool::Link, "‹https://a.example/b›"), "[‹›](https://a.example/b)");
}

#[test]
fn an_address_pasted_over_words_is_where_they_lead() {
    let (text, selected) = field("see ‹this 🙂› now");
    let written = Written::new(&text, selected);
    let edit = linked(&written, " https://a.example \n").unwrap();
    assert_eq!(shown(&applied(&text, &edit)), "see [this 🙂](https://a.example)‹› now");
    assert_eq!(linked(&written, "javascript:alert(1)"), None);
    assert_eq!(linked(&written, "https://a.example and words"), None);
    let (text, selected) = field("‹https://b.example›");
    assert_eq!(linked(&Written::new(&text, selected), "https://a.example"), None);
}

#[test]
fn code_and_maths_of_several_lines_stand_between_fences() {
    assert_eq!(used(Tool::Code, "‹a = 1\nb = 2›"), "```\n‹a = 1\nb = 2›\n```");
    assert_eq!(used(Tool::Code, "‹```\nx›"), "````\n‹```\nx›\n````");
    assert_eq!(used(Tool::Maths, "so:\n‹›"), "so:\n$$\n‹›\n$$");
}

#[test]
fn a_table_is_new_or_made_of_what_a_spreadsheet_gave() {
    assert_eq!(used(Tool::Table, "Beans‹›"), "Beans\n\n| ‹› |  |\n| --- | --- |\n|  |  |\n|  |  |\n\n");
    assert_eq!(used(Tool::Table, "‹day\tcm\n1\t2|3\n2›"), "| day | cm |\n| --- | --- |\n| 1 | 2\\|3 |\n| 2 |  |‹›\n\n");
}

#[test]
fn a_table_of_one_long_row_does_not_grow_with_its_square() {
    let (wide, high) = ("\t".repeat(2_000), "a\n".repeat(2_000));
    for cells in [format!("{wide}\n{high}"), format!("{high}{wide}")] {
        let edit = Tool::Table.edit(&Written::new(&cells, 0..cells.len()));
        assert!(edit.with.len() < 10 * cells.len(), "{} bytes", edit.with.len());
        let head = edit.with.lines().next().unwrap();
        assert_eq!(head.matches('|').count(), 2_002, "the head has all columns");
    }
}

#[test]
fn pictures_stand_alone() {
    let (text, selected) = field("One. ‹›\nTwo.");
    let edit = picture::inserted(&Written::new(&text, selected), ["image.png", "my photo.jpg"]);
    let after = shown(&applied(&text, &edit));
    assert_eq!(after, "One. \n\n![](image.png)\n\n![](<my photo.jpg>)\n\n‹›Two.");
}

#[test]
fn enter_goes_on_with_a_list_and_an_empty_part_ends_it() {
    assert_eq!(entered("- one‹›").as_deref(), Some("- one\n- ‹›"));
    assert_eq!(entered("  * one‹› two").as_deref(), Some("  * one\n  * ‹›two"));
    assert_eq!(entered("9. nine 🙂‹›").as_deref(), Some("9. nine 🙂\n10. ‹›"));
    assert_eq!(entered("- [x] done‹›").as_deref(), Some("- [x] done\n- [ ] ‹›"));
    assert_eq!(entered("> words‹›").as_deref(), Some("> words\n> ‹›"));
    assert_eq!(entered("> - words‹›").as_deref(), Some("> - words\n> - ‹›"));
    assert_eq!(entered("- one\n- ‹›").as_deref(), Some("- one\n‹›"));
    assert_eq!(entered("> - ‹›").as_deref(), Some("> ‹›"));
    assert_eq!(entered("> ‹›").as_deref(), Some("‹›"));
}

#[test]
fn enter_is_the_browsers_where_no_list_is() {
    for plain in
        ["words‹›", "# Heading‹›", "‹›- one", "‹- one›", "-5 degrees‹›", "```\n- one‹›", "~~~\n- x\n```\n- y‹›"]
    {
        assert_eq!(entered(plain), None, "{plain}");
    }
    assert_eq!(entered("```\nx\n```\n- one‹›").as_deref(), Some("```\nx\n```\n- one\n- ‹›"));
}

#[test]
fn enter_in_a_table_begins_the_next_row() {
    assert_eq!(entered("| a | b |‹›").as_deref(), Some("| a | b |\n| --- | --- |\n| ‹› |  |"));
    assert_eq!(entered("| a‹› | b |\n|---|---|").as_deref(), Some("| a | b |\n|---|---|\n| ‹› |  |"));
    assert_eq!(entered("|a|\n|---|\n|1‹›|").as_deref(), Some("|a|\n|---|\n|1|\n| ‹› |"));
    assert_eq!(entered("|a|\n|---|\n|1|\n|  |‹›").as_deref(), Some("|a|\n|---|\n|1|\n‹›"));
}

#[test]
fn a_name_is_taken_once() {
    let taken = ["image.png".to_owned(), "image-2.png".to_owned(), "notes".to_owned(), ".png".to_owned()];
    assert_eq!(picture::free_name("image.png", &taken), "image-3.png");
    assert_eq!(picture::free_name("other.png", &taken), "other.png");
    assert_eq!(picture::free_name("notes", &taken), "notes-2");
    assert_eq!(picture::free_name(".png", &taken), ".png-2");
}

/// Texts with much of what the tools look for.
fn texts() -> impl Strategy<Value = String> {
    let pieces = [
        "*", "**", "`", "$", "- ", "1. ", "> ", "# ", "|", "| --- |", "[ ] ", "\n", " ", "a", "ñ", "🙂", "x y", "```",
        "\t", "\\",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_tool_cuts_a_character_or_leaves_the_text(text in prop_oneof![texts(), any::<String>()], from in 0usize..60, length in 0usize..40) {
        let written = Written::new(&text, from..from + length);
        let edits = Tool::ALL.map(|tool| tool.edit(&written)).into_iter().chain(continued(&written));
        for edit in edits.chain([picture::inserted(&written, ["a.png"])]) {
            let after = applied(&text, &edit);
            prop_assert!(edit.selected.end <= after.0.encode_utf16().count(), "{edit:?}");
            prop_assert!(edit.selected.start <= edit.selected.end, "{edit:?}");
            shown(&after);
        }
    }

    #[test]
    fn what_was_not_selected_stays(words in "[a-zñ🙂 ]{0,12}", from in 0usize..12, length in 0usize..12) {
        for tool in [Tool::Bold, Tool::Italic, Tool::Bullets, Tool::Numbers, Tool::Tasks, Tool::Quote] {
            let after = applied(&words, &tool.edit(&Written::new(&words, from..from + length))).0;
            let kept: String = after.chars().filter(|letter| words.contains(*letter) && !letter.is_whitespace()).collect();
            let were: String = words.chars().filter(|letter| !letter.is_whitespace()).collect();
            prop_assert_eq!(kept, were, "{:?}", tool);
        }
    }

    #[test]
    fn a_tool_used_twice_takes_back_what_it_did(words in "[a-zñ🙂]{1,6}( [a-zñ🙂]{1,6}){0,3}") {
        let whole = 0..words.encode_utf16().count();
        for tool in [Tool::Bold, Tool::Italic, Tool::Code, Tool::Maths, Tool::Bullets, Tool::Numbers, Tool::Tasks, Tool::Quote] {
            let (once, selected) = applied(&words, &tool.edit(&Written::new(&words, whole.clone())));
            let (twice, _) = applied(&once, &tool.edit(&Written::new(&once, selected)));
            prop_assert_ne!(&once, &words, "{:?}", tool);
            prop_assert_eq!(&twice, &words, "{:?}", tool);
        }
    }
}
