//! Which files a run fetches by itself: all that were not let go of, as long as there is room.

use std::collections::BTreeSet;

use platform::media::StoredFile;
use platform::quota::Estimate;
use portfolio::model::room::LEAST;

/// This share of what the site may use stays free: for words, and for what is added next.
const FREE_SHARE: u64 = 10;

/// The identities of those of the `missing` files that a run is to fetch: the smallest first, as many as there is room for. What lists
/// are made of is small, and always comes.
pub fn wanted(mut missing: Vec<&StoredFile>, estimate: Option<Estimate>) -> BTreeSet<String> {
    // A browser that says nothing of its room is asked by trying.
    let mut room =
        estimate.map_or(u64::MAX, |Estimate { usage, quota }| quota.saturating_sub(usage + quota / FREE_SHARE));
    missing.sort_by_key(|file| file.size);
    let fits = |file: &&StoredFile| {
        let fits = file.size <= room;
        room = room.saturating_sub(file.size);
        fits || file.size <= LEAST
    };
    missing.into_iter().filter(fits).map(|file| file.identity.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::{LEAST, wanted};
    use platform::media::StoredFile;
    use platform::quota::Estimate;

    #[test]
    fn what_does_not_fit_stays_on_the_storage_and_small_files_always_come() {
        let file = |size: u64| StoredFile { identity: size.to_string(), size, chunks: Vec::new() };
        let files = [5 * LEAST, LEAST, 2 * LEAST, 3 * LEAST].map(file);
        let fetched = |estimate| wanted(files.iter().collect(), estimate).len();
        let room_for = |bytes: u64| Some(Estimate { usage: 80 * LEAST, quota: (80 * LEAST + bytes).div_ceil(9) * 10 });
        assert_eq!(fetched(None), 4);
        assert_eq!(fetched(room_for(6 * LEAST)), 3);
        assert_eq!(fetched(room_for(4 * LEAST)), 2);
        assert_eq!(fetched(Some(Estimate { usage: 9, quota: 9 })), 1);
    }
}
