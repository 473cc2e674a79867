//! A real Apache with mod_dav on a free port of the loopback, with the very configuration that the app shows to people.

use std::{
    fs,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    os::unix::fs::{MetadataExt, PermissionsExt, chown},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use sync::recipe::{APACHE, Particulars, fill};

const PROGRAM: &str = "/usr/sbin/apache2";
const MODULES: [&str; 10] = [
    "mpm_event",
    "authz_core",
    "authz_user",
    "authn_core",
    "authn_file",
    "auth_basic",
    "alias",
    "headers",
    "dav",
    "dav_fs",
];

/// Who may sign in.
pub const USER: &str = "ana";
/// Not all servers and clients agree on letters beyond ASCII; Basic in UTF-8 has to.
pub const PASSWORD: &str = "Straße 7: ñ";
/// `htpasswd -nbm` of both.
const USERS: &str = "ana:$apr1$qkl1VrCx$bi//3jdN//c.kweSJgvit0\n";
/// Where the recipe lets the app come from.
pub const ORIGIN: &str = "https://cairn.school.example";

/// A running server; it ends with the value.
pub struct Apache {
    process: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Apache {
    /// Starts it as the recipe says and waits until it answers.
    pub fn start() -> Self {
        Self::start_with(str::to_owned)
    }

    /// Starts it with a recipe that was changed.
    pub fn start_with(change: impl Fn(&str) -> String) -> Self {
        assert!(
            Path::new(PROGRAM).exists(),
            "{PROGRAM} is not installed, and this test is about that very server: run `cargo xtask setup`"
        );
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let config = prepare(folder.path(), port, &change(APACHE)).unwrap();
        let process =
            Command::new(PROGRAM).args(["-D", "FOREGROUND", "-f"]).arg(&config).stdin(Stdio::null()).spawn().unwrap();
        let mut server = Self { process, port, _folder: folder };
        server.wait_until_it_answers();
        server
    }

    /// The address of the storage.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/portfolio", self.port)
    }

    /// Sends a request as a browser writes it before it asks on behalf of another origin, and returns the answer's head.
    pub fn preflight(&self, path: &str, method: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let asked = format!(
            "OPTIONS /portfolio/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nOrigin: {ORIGIN}\r\n\
             Access-Control-Request-Method: {method}\r\n\
             Access-Control-Request-Headers: authorization,content-type,depth\r\n\r\n"
        );
        stream.write_all(asked.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split("\r\n\r\n").next().unwrap_or_default().to_owned()
    }

    fn wait_until_it_answers(&mut self) {
        let give_up = Instant::now() + Duration::from_secs(20);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        while TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_err() {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none(), "Apache ended by itself: {ended:?}");
            assert!(Instant::now() < give_up, "Apache did not answer within 20 seconds");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Apache {
    /// By its own process id; a plain SIGKILL would leave its workers.
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.process.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            self.process.kill().ok();
        }
        self.process.wait().ok();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Writes what the server needs into `folder`; the configuration's path comes back.
fn prepare(folder: &Path, port: u16, recipe: &str) -> io::Result<std::path::PathBuf> {
    let (storage, run, users) = (folder.join("storage"), folder.join("run"), folder.join("users"));
    fs::create_dir(&storage)?;
    fs::create_dir(&run)?;
    fs::write(&users, USERS)?;
    let mut config = format!(
        "ServerRoot \"{run}\"\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile pid\nErrorLog error.log\n\
         Mutex file:{run} default\nDavLockDB {run}/locks\nDocumentRoot \"{storage}\"\n",
        run = run.display(),
        storage = storage.display(),
    );
    for module in MODULES {
        config += &format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
    }
    if let Some((uid, gid)) = workers(folder)? {
        config += &format!("User #{uid}\nGroup #{gid}\n");
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
        for owned in [&storage, &run] {
            chown(owned, Some(uid), Some(gid))?;
        }
    }
    let particulars = Particulars {
        path: "/portfolio",
        folder: &storage.display().to_string(),
        users: &users.display().to_string(),
        origin: ORIGIN,
    };
    config += &fill(recipe, &particulars);
    let path = folder.join("apache.conf");
    fs::write(&path, config)?;
    Ok(path)
}

/// Who the workers have to be: started by root, Apache refuses to stay root.
fn workers(folder: &Path) -> io::Result<Option<(u32, u32)>> {
    if fs::metadata(folder)?.uid() != 0 {
        return Ok(None);
    }
    let accounts = fs::read_to_string("/etc/passwd")?;
    let account = accounts.lines().find(|line| line.starts_with("www-data:")).unwrap_or("www-data:x:33:33:");
    let number = |at| account.split(':').nth(at).and_then(|number| number.parse().ok());
    Ok(number(2).zip(number(3)))
}
