//! The tables of the folders' READMEs: one row a file, its name between backquotes in the first cell.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use interchange::hash::sha256_hex;

use super::{Shared, files_of};

/// Where each folder lists its files.
pub const README: &str = "README.md";

/// Folders whose files Cairn reads.
const FOLDERS: [&str; 3] = ["frameworks", "evidence", "hostile"];

/// The rows of a README's tables: the file, and the cells after it.
pub fn rows(shared: &Shared, folder: &str) -> Result<Vec<(String, Vec<String>)>> {
    let text = String::from_utf8(shared.read(&format!("{folder}/{README}"))?)?;
    Ok(text.lines().filter_map(row).collect())
}

fn row(line: &str) -> Option<(String, Vec<String>)> {
    let mut cells = line.strip_prefix('|')?.split(" | ").map(|cell| cell.trim_matches([' ', '|']));
    let name = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
    Some((unescaped(name), cells.map(str::to_owned).collect()))
}

/// Characters that cannot be seen are written as `\u202E`.
fn unescaped(name: &str) -> String {
    let mut parts = name.split("\\u");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        plain.extend(code);
        plain.push_str(part.get(4..).unwrap_or_default());
    }
    plain
}

/// Every listed file has its bytes, and every file is listed.
pub fn hashes(shared: &Shared) -> Result<()> {
    for folder in FOLDERS {
        let listed: BTreeMap<String, String> = rows(shared, folder)?
            .into_iter()
            .filter_map(|(name, cells)| Some((name, cells.get(1)?.trim_matches('`').to_owned())))
            .filter(|(_, hash)| hash.len() == 64)
            .collect();
        ensure!(!listed.is_empty(), "{folder}/{README} lists no file");
        for (name, hash) in &listed {
            let is = sha256_hex(&shared.read(&format!("{folder}/{name}"))?);
            ensure!(is == *hash, "{folder}/{name} has the hash {is}, not {hash}");
        }
        let below = |name: &str| listed.keys().filter(|path| path.starts_with(&format!("{name}/"))).count();
        for entry in std::fs::read_dir(shared.folder.join(folder))? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                let name = entry.file_name().to_string_lossy().into_owned();
                ensure!(files_of(&entry.path())?.len() == below(&name), "{folder}/{name} is not listed whole");
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{row, unescaped};

    #[test]
    fn a_row_begins_with_a_file_and_other_lines_are_none() {
        let (name, cells) = row("| `a b.txt` | 5 | `00ff` | own work |").unwrap();
        assert_eq!((name.as_str(), cells), ("a b.txt", vec!["5".into(), "`00ff`".into(), "own work".into()]));
        assert!(row("| file | bytes |").is_none() && row("|---|--:|").is_none() && row("Rules:").is_none());
        assert_eq!(unescaped("photo\\u202Egpj.exe"), "photo\u{202e}gpj.exe");
    }
}
