//! What a log means, for the archive worker: the same ledger as in the page, which only folds and is read.

use std::sync::Arc;

use interchange::case;
use interchange::readable::{self, Contents};
use ledger::Ledger;
use platform::archive::{About, Fold, Log};
use portfolio::framework::FrameworkSource;
use portfolio::{EntityId, Framework, Frameworks};
use replica::segment::Header;
use replica::{Hash, Op, WriterId, fingerprint};

use interchange::archive::Plan;

/// A portfolio that is read and never written.
pub struct Folded {
    ledger: Ledger,
    frameworks: Vec<Arc<Framework>>,
}

impl Default for Folded {
    fn default() -> Self {
        // Nothing is stamped, so the writer's name is never used.
        Self { ledger: Ledger::new(WriterId(0)), frameworks: Vec::new() }
    }
}

impl Folded {
    fn fingerprint(&self) -> String {
        Hash(fingerprint(self.ledger.state())).to_string()
    }

    /// Those that were adopted, and what the learner wrote, put away or not: a name is a name.
    fn all_frameworks(&self) -> Frameworks {
        let own = FrameworkSource::mine("", self.ledger.portfolio().all_own());
        Frameworks::new(self.frameworks.clone()).with_own(Arc::new(Framework::build(own, None)), Arc::default())
    }
}

impl Fold for Folded {
    fn lamport(&self) -> u64 {
        self.ledger.state().lamport()
    }

    fn fold(&mut self, header: &Header, ops: Vec<Op>) {
        self.ledger.merge_segment(header, ops);
    }

    fn about(&self) -> About {
        let portfolio = self.ledger.portfolio();
        About {
            name: portfolio.learner().name.clone(),
            pieces: portfolio.pieces().filter(|piece| piece.standing.is_live()).count(),
            last_day: portfolio.last_day(),
            fingerprint: self.fingerprint(),
        }
    }

    fn packages(&self) -> Vec<(String, u64)> {
        // Older editions say how what is retired is called.
        let portfolio = self.ledger.portfolio();
        let adoptions = portfolio.adoptions().into_iter().chain(portfolio.earlier_editions());
        adoptions.map(|adoption| (adoption.file.hash.clone(), adoption.file.size)).collect()
    }

    fn learn(&mut self, package: &[u8]) {
        let Ok(reading) = case::read(package) else { return };
        let portfolio = self.ledger.portfolio();
        let adoption = portfolio.adoption(&EntityId::framework(&reading.source.id));
        let depth = adoption.and_then(|adoption| adoption.depth);
        self.frameworks.push(Arc::new(Framework::build(reading.source, depth)));
    }

    fn plan(&self, log: &Log<'_>) -> Result<Plan, String> {
        let contents = Contents {
            portfolio: self.ledger.portfolio(),
            frameworks: &self.all_frameworks(),
            roots: log.roots,
            segments: log.segments,
            fingerprint: &self.fingerprint(),
            made: log.made,
        };
        readable::plan(&contents).map_err(|error| error.to_string())
    }
}
