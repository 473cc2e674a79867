//! Any bytes are opened as an index of words, and words found in it: what is kept between two visits may be cut or damaged.

use search::{Index, Query, Weight, stamp};

pub fn read(input: &[u8]) {
    let Some(mut index) = Index::open(input.to_vec()) else { return };
    let keys: Vec<String> = index.keys().map(str::to_owned).collect();
    for typed in ["b", "beans", "baens", "co-op 7"] {
        for hit in index.find(&Query::new(typed)) {
            assert!(keys.iter().any(|key| key == hit.key));
        }
    }
    // What comes in later is found whatever the bytes were, and they are written anew without a fault.
    index.put("new", 1, "", [(Weight::Title, "marrowfat")]);
    assert!(index.find(&Query::new("marrowfat")).iter().any(|hit| hit.key == "new"));
    while !index.settle_some(64) {}
    assert!(Index::open(index.bytes().to_vec()).is_some());
}

pub fn seeds() -> Vec<Vec<u8>> {
    let mut index = Index::default();
    let mut seeds = vec![index.bytes().to_vec()];
    for (key, title, text) in [("a", "Beans", "They grew 14 cm"), ("b", "Frijoles", "Crecieron catorce centímetros")] {
        let texts = [(Weight::Title, title), (Weight::Text, text)];
        index.put(key, stamp(texts), title, texts);
        while !index.settle_some(64) {}
        seeds.push(index.bytes().to_vec());
    }
    seeds
}
