//! `index.html`, told the names of everything it starts.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};

use super::asset::Asset;
use super::base::Base;
use super::modules::{APP, Module};
use super::parts::START;
use super::precache::SERVICE_WORKER;
use super::public::Script;
use crate::workspace::Workspace;

/// Starts any worker module: it is told which in its address.
const WORKER: &str = "worker";

/// What the page names.
pub struct Page<'a> {
    /// Where the app will live.
    pub base: &'a Base,
    /// The app and its workers.
    pub modules: &'a [Module],
    /// The style sheet.
    pub styles: &'a Asset,
    /// The scripts of `public/`.
    pub scripts: &'a [Script],
}

impl Page<'_> {
    /// Fills the template `index.html`.
    ///
    /// # Errors
    /// When the template asks for what there is not, or a script that is needed is missing.
    pub fn build(&self, workspace: &Workspace) -> Result<Asset> {
        let source = workspace.root().join("index.html");
        let template = fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
        let app = self.modules.iter().find(|module| module.name == APP).context("the app was not built")?;
        let mut values = BTreeMap::from([
            ("base".to_owned(), self.base.to_string()),
            ("service-worker".to_owned(), self.base.join(SERVICE_WORKER)),
            ("workers".to_owned(), self.workers()?),
        ]);
        let start = app.parts.iter().find(|part| part.name.starts_with(START));
        values.insert("start".to_owned(), start.map(|part| self.base.join(&part.name)).unwrap_or_default());
        for (name, asset) in
            [("styles", self.styles), ("boot", self.script("boot")?), ("glue", &app.glue), ("wasm", &app.wasm)]
        {
            values.insert(name.to_owned(), self.base.join(&asset.name));
            values.insert(format!("{name}-integrity"), asset.integrity());
        }
        Ok(Asset::named("index.html", fill(&template, &values)?.into_bytes()).early())
    }

    /// One `meta` for each worker module, whose content is the address that starts it.
    fn workers(&self) -> Result<String> {
        let mut lines = Vec::new();
        for module in self.modules.iter().filter(|module| module.name != APP) {
            let starter = self.base.join(&self.script(WORKER)?.name);
            let Module { name, glue, wasm, .. } = module;
            let address = format!("{starter}?js={}&amp;wasm={}", glue.name, wasm.name);
            lines.push(format!("<meta name=\"{name}\" content=\"{address}\">"));
        }
        Ok(lines.join("\n  "))
    }

    fn script(&self, stem: &str) -> Result<&Asset> {
        let script = self.scripts.iter().find(|script| script.stem == stem);
        script.map(|script| &script.asset).with_context(|| format!("public/{stem}.js is missing"))
    }
}

/// Replaces each `{{name}}` by its value.
fn fill(template: &str, values: &BTreeMap<String, String>) -> Result<String> {
    let mut parts = template.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").context("index.html has a {{ without }}")?;
        let Some(value) = values.get(name) else { bail!("index.html asks for {{{{{name}}}}}, which is not known") };
        page += value;
        page += rest;
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_gets_its_values_or_is_refused() {
        let values = BTreeMap::from([("base".to_owned(), "/cairn/".to_owned())]);
        let filled = fill(r#"<a href="{{base}}">{{base}}</a>"#, &values);
        assert_eq!(filled.unwrap(), r#"<a href="/cairn/">/cairn/</a>"#);
        assert!(fill("{{other}}", &values).is_err());
        assert!(fill("{{base", &values).is_err());
    }
}
