//! Any manifest of a submission is read or refused; what was read is sealed and read again.

use portfolio::submission::Manifest;

pub fn read(input: &[u8]) {
    if let Ok(manifest) = Manifest::read(input) {
        let sealed = manifest.clone().seal().expect("what was read can be sealed");
        assert_eq!(Manifest::read(sealed.bytes()).expect("what was sealed can be read"), manifest);
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let manifest = r##"{"format":"cairn-submission-1","piece":"evidence:one","at":"2026-03-09T12:00:00Z","title":"Kite","text":"It *flies*","reflection":"","date":"2026-02-28","tags":["wind"],"made":{"alone":null,"with":"Leo","help":"a saw","ai":true,"ai_how":""},"people":true,"keep_until":"2027-03-09","claims":[{"competency":"5f0c","level":5}],"artifacts":[{"id":"artifact:a","caption":"Up","alt":"A kite","file":{"name":"kite.png","type":"image/png","size":4,"hash":"00","chunks":["00"]}},{"id":"artifact:b","caption":"","alt":"","link":{"url":"https://a.example/kites","title":"Kites"}},{"id":"artifact:c","caption":"","alt":"","event":{"what":"First flight","place":"Beach","day":"2026-02-28","seen":"Leo"}}],"changed":"A longer tail","before":null}"##;
    vec![manifest.into()]
}
