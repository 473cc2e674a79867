//! Apps on other origins.

use crate::support::Server;

const APP: &str = "https://app.example.org";

#[test]
fn another_origin_is_let_in_by_name_only() {
    let server = Server::with_storage(&["--allow-origin", APP]);
    let preflight = |origin| {
        let ask = server.ask("OPTIONS", "/dav/ana/cairn1/").header("origin", origin);
        ask.header("access-control-request-method", "PROPFIND")
            .header("access-control-request-headers", "authorization,depth")
            .answer()
    };
    let allowed = preflight(APP);
    assert_eq!((allowed.status, allowed.header("access-control-allow-origin")), (204, APP));
    for method in ["PROPFIND", "MKCOL", "PUT", "DELETE"] {
        assert!(allowed.header("access-control-allow-methods").contains(method), "{method}");
    }
    for header in ["Authorization", "Depth", "Content-Type"] {
        assert!(allowed.header("access-control-allow-headers").contains(header), "{header}");
    }
    for origin in ["https://evil.example.org", "https://app.example.org.evil.org", "http://app.example.org", "null"] {
        let refused = preflight(origin);
        assert_eq!(refused.header("access-control-allow-origin"), "", "{origin}");
        assert_eq!(refused.header("access-control-allow-methods"), "", "{origin}");
    }
    let refusal = server.ask("GET", "/dav/ana/").header("origin", APP).answer();
    assert_eq!(
        (refusal.status, refusal.header("access-control-allow-origin")),
        (401, APP),
        "so that the app can say why"
    );
    assert_eq!(refusal.header("vary"), "origin");
    assert_eq!(refusal.header("access-control-allow-credentials"), "");
}

#[test]
fn by_default_there_is_no_other_origin() {
    let server = Server::with_storage(&[]);
    let ask = server.ask("OPTIONS", "/dav/ana/").header("origin", APP).header("access-control-request-method", "PUT");
    assert_eq!(ask.answer().header("access-control-allow-origin"), "");
    assert_eq!(server.ana("GET", "cairn1/").header("origin", APP).answer().header("access-control-allow-origin"), "");
    assert_eq!(server.get("/", &[("origin", APP)]).header("access-control-allow-origin"), "");
}
