//! Fractional order: keys that always leave room between two neighbours.
//!
//! A key is read as digits after a point, `0`-`9` then `a`-`z`, and never ends in `0`, so that keys compare as plain
//! text and there is always another one between any two. Moving one thing then changes one key, and two devices that
//! move different things agree.

/// The value of a digit past the highest.
const BASE: u8 = 36;

/// A key above `low` and below `high`, as short as is easy; `""` and `None` are the ends. `None` if there is no room:
/// the keys are equal or the wrong way round, or one of them is not a key.
pub fn between(low: &str, high: Option<&str>) -> Option<String> {
    let low_digits = digits(low)?;
    let mut high_digits = match high {
        Some(high) if low >= high => return None,
        Some(high) => Some(digits(high).filter(|digits| !digits.is_empty())?),
        None => None,
    };
    let mut key = String::new();
    for place in 0.. {
        let low = low_digits.get(place).copied().unwrap_or(0);
        let high = high_digits.as_ref().map(|digits| digits.get(place).copied().unwrap_or(0));
        match high {
            // At the end of a list the next digit is taken, not the middle: most things are added there.
            None if low + 1 < BASE => {
                key.push(digit(low + 1));
                break;
            }
            Some(high) if low + 1 < high => {
                key.push(digit(low.midpoint(high)));
                break;
            }
            _ => {
                key.push(digit(low));
                if high != Some(low) {
                    // From here on only the lower key binds.
                    high_digits = None;
                }
            }
        }
    }
    Some(key)
}

/// A key after the last one of a list, whatever it is; `""` for an empty list.
pub fn after(last: &str) -> String {
    between(last, None).unwrap_or_else(|| format!("{last}1"))
}

/// Keys for a list that is put in order anew.
pub fn spaced(count: usize) -> Vec<String> {
    std::iter::successors(Some(after("")), |key| Some(after(key))).take(count).collect()
}

fn digits(key: &str) -> Option<Vec<u8>> {
    if key.ends_with('0') {
        return None;
    }
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'z' => Some(byte - b'a' + 10),
        _ => None,
    };
    key.bytes().map(value).collect()
}

fn digit(value: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_stay_short_at_the_end() {
        assert_eq!(between("", None).as_deref(), Some("1"));
        assert_eq!(between("1", None).as_deref(), Some("2"));
        assert_eq!(between("z", None).as_deref(), Some("z1"));
        assert!(spaced(1_000).iter().all(|key| key.len() <= 29));
    }

    #[test]
    fn the_end_is_after_what_is_no_key_too() {
        for last in ["", "m", "zz", "m0", "É ~"] {
            assert!(after(last).as_str() > last, "{last:?}");
        }
    }

    #[test]
    fn there_is_room_before_and_between() {
        assert_eq!(between("1", Some("2")).as_deref(), Some("11"));
        assert_eq!(between("1", Some("3")).as_deref(), Some("2"));
        assert_eq!(between("", Some("1")).as_deref(), Some("01"));
        assert_eq!(between("a", Some("a1")).as_deref(), Some("a01"));
    }

    #[test]
    fn what_leaves_no_room_is_said() {
        for (low, high) in [("b", "b"), ("c", "b"), ("", ""), ("a0", "b"), ("a", "b0"), ("A", "b"), ("a", "b é")] {
            assert_eq!(between(low, Some(high)), None, "{low:?} {high:?}");
        }
    }

    proptest! {
        #[test]
        fn a_key_lies_between(one in "[0-9a-z]{0,5}[1-9a-z]", other in "[0-9a-z]{0,5}[1-9a-z]") {
            let (low, high) = if one < other { (one, other) } else { (other, one) };
            for (low, high) in [("", Some(low.as_str())), (low.as_str(), Some(high.as_str())), (high.as_str(), None)] {
                match between(low, high) {
                    Some(key) => {
                        let key = key.as_str();
                        prop_assert!(low < key && high.is_none_or(|high| key < high) && !key.ends_with('0'));
                    }
                    None => prop_assert_eq!(Some(low), high),
                }
            }
        }

        #[test]
        fn moving_things_about_for_ever_works(moves in prop::collection::vec((0..8_usize, 0..8_usize), 1..200)) {
            let mut keys = spaced(8);
            for (from, to) in moves {
                keys.remove(from);
                let low = to.checked_sub(1).map_or("", |before| keys[before].as_str());
                let key = between(low, keys.get(to).map(String::as_str)).unwrap();
                keys.insert(to, key);
                prop_assert!(keys.is_sorted());
            }
        }
    }
}
