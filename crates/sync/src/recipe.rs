//! Configurations that make common servers a storage for Cairn, to be shown where a server's own is in the way.

/// The kind of server, as it names itself; a browser often may not read that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Server {
    /// Apache httpd with mod_dav.
    Apache,
    /// nginx with the dav and dav-ext modules.
    Nginx,
    /// Something else, or it did not say.
    #[default]
    Unknown,
}

impl Server {
    /// Reads the `Server` header.
    #[must_use]
    pub fn from_header(header: Option<&str>) -> Self {
        match header.and_then(|name| name.split(['/', ' ']).next()) {
            Some("Apache") => Self::Apache,
            Some("nginx") => Self::Nginx,
            _ => Self::Unknown,
        }
    }
}

/// What a configuration has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The folder is a WebDAV storage with sign-in.
    WebDav,
    /// An app from another origin may use it (CORS).
    OtherOrigins,
    /// Files of 8 MiB are accepted.
    BodyLimit,
}

/// A server's configuration, and the part of it that matters for the fault at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipe {
    /// For which server; [`Server::Unknown`] means: let the person choose.
    pub server: Server,
    /// What it is about.
    pub topic: Topic,
}

/// A whole configuration for Apache httpd 2.4. [`fill`] replaces its marks; the acceptance tests run it.
pub const APACHE: &str = include_str!("recipe/apache.conf");

/// A whole `location` for nginx with its dav and dav-ext modules. [`fill`] replaces its marks.
pub const NGINX: &str = include_str!("recipe/nginx.conf");

/// What stands in a recipe instead of its marks.
#[derive(Debug, Clone, Copy)]
pub struct Particulars<'a> {
    /// The path in the address, such as `/cairn-storage`.
    pub path: &'a str,
    /// The folder on the server's disk.
    pub folder: &'a str,
    /// The file of users that `htpasswd` writes.
    pub users: &'a str,
    /// The origin the app is served from, such as `https://cairn.school.example`.
    pub origin: &'a str,
}

/// Puts the particulars into a recipe.
#[must_use]
pub fn fill(recipe: &str, particulars: &Particulars<'_>) -> String {
    recipe
        .replace("@PATH@", particulars.path)
        .replace("@FOLDER@", particulars.folder)
        .replace("@USERS@", particulars.users)
        .replace("@ORIGIN@", particulars.origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_known_by_their_header() {
        assert_eq!(Server::from_header(Some("Apache/2.4.57 (Debian)")), Server::Apache);
        assert_eq!(Server::from_header(Some("nginx")), Server::Nginx);
        assert_eq!(Server::from_header(Some("nginx/1.22.1")), Server::Nginx);
        assert_eq!(Server::from_header(Some("Apache-Coyote/1.1")), Server::Unknown);
        assert_eq!(Server::from_header(None), Server::Unknown);
    }

    #[test]
    fn a_filled_recipe_has_no_mark_left() {
        let particulars =
            Particulars { path: "/s", folder: "/srv/s", users: "/etc/users", origin: "https://a.example" };
        for recipe in [APACHE, NGINX] {
            let filled = fill(recipe, &particulars);
            assert!(!filled.contains('@'), "{filled}");
            assert!(filled.contains("https://a.example"));
        }
    }
}
