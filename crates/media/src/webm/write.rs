//! The film anew: its segment with a size, its duration, the places to seek to, and its frames as they were.

use std::ops::Range;

use super::clusters::Cluster;
use super::{Recording, ids};
use crate::ebml::{header, written, written_uint};
use crate::plan::{Piece, Plan};

/// A cluster of the new film.
pub(super) struct NewCluster {
    pub(super) time: u64,
    /// When one can start with it.
    pub(super) keys: Vec<u64>,
    /// Its frames.
    pub(super) frames: Vec<Piece>,
}

impl NewCluster {
    fn head(&self) -> Vec<u8> {
        let time = written_uint(ids::TIME, self.time);
        let frames = self.frames.iter().map(Piece::size).sum::<u64>();
        let mut head = header(ids::CLUSTER, time.len() as u64 + frames);
        head.extend(time);
        head
    }
}

impl Recording {
    /// The same film with its duration and with places to seek to, all of them before its first frame. One that has all that
    /// stays as it is.
    #[must_use]
    pub fn finish(&self) -> Plan {
        if self.is_finished {
            return Plan::whole(self.size);
        }
        let clusters = self.clusters.iter().map(|cluster| NewCluster {
            time: cluster.time,
            keys: self.starts(cluster),
            frames: cluster.runs.iter().cloned().map(Piece::Keep).collect(),
        });
        self.with(clusters.collect(), self.end)
    }

    /// When one can start with a cluster: at its key frames, and at its beginning where there is nothing but sound.
    pub(super) fn starts(&self, cluster: &Cluster) -> Vec<u64> {
        if self.has_pictures() { cluster.keys.clone() } else { vec![cluster.span.0] }
    }

    /// A film of these clusters, `duration` ticks long.
    pub(super) fn with(&self, clusters: Vec<NewCluster>, duration: u64) -> Plan {
        let mut info = self.info.clone();
        info.extend(written(ids::DURATION, &(duration as f64).to_be_bytes()));
        let info = written(ids::INFO, &info);
        let described = self.described.end - self.described.start;
        let heads: Vec<Vec<u8>> = clusters.iter().map(NewCluster::head).collect();
        let size_of = |cluster: &NewCluster| cluster.frames.iter().map(Piece::size).sum::<u64>();
        let sizes: Vec<u64> =
            clusters.iter().zip(&heads).map(|(cluster, head)| head.len() as u64 + size_of(cluster)).collect();

        // Every number takes eight bytes, so that what is written first tells how long it will be.
        let seek_size = seek_head([0; 3]).len() as u64;
        let before_cues = seek_size + info.len() as u64 + described;
        let cues_size = self.cues(&clusters, &sizes, 0).len() as u64;
        let cues = self.cues(&clusters, &sizes, before_cues + cues_size);
        let seek = seek_head([seek_size, seek_size + info.len() as u64, before_cues]);
        let others: u64 = self.others.iter().map(|range| range.end - range.start).sum();
        let size = before_cues + cues_size + sizes.iter().sum::<u64>() + others;

        let head = [header(ids::SEGMENT, size), seek, info].concat();
        let mut pieces = Pieces::default();
        pieces.keep(0..self.segment);
        pieces.write(&head);
        pieces.keep(self.described.clone());
        pieces.write(&cues);
        for (cluster, head) in clusters.into_iter().zip(heads) {
            pieces.write(&head);
            cluster.frames.into_iter().for_each(|piece| pieces.push(piece));
        }
        self.others.iter().for_each(|range| pieces.keep(range.clone()));
        Plan::of_pieces(self.size, pieces.0)
    }

    /// Where to seek to, each a time and the cluster that has it; the first cluster begins at `at` in the segment.
    fn cues(&self, clusters: &[NewCluster], sizes: &[u64], mut at: u64) -> Vec<u8> {
        let track = written_uint(ids::CUE_TRACK, self.leading());
        let mut cues = Vec::new();
        for (cluster, size) in clusters.iter().zip(sizes) {
            for time in &cluster.keys {
                let place = [track.clone(), written_uint(ids::CUE_CLUSTER, at)].concat();
                let cue = [written_uint(ids::CUE_TIME, *time), written(ids::CUE_PLACE, &place)].concat();
                cues.extend(written(ids::CUE, &cue));
            }
            at += size;
        }
        written(ids::CUES, &cues)
    }
}

/// Where description, tracks and cues stand in the segment.
fn seek_head(places: [u64; 3]) -> Vec<u8> {
    let seek = |(id, place): (u32, u64)| {
        let entry = [written(ids::SEEK_ID, &id.to_be_bytes()), written_uint(ids::SEEK_POSITION, place)];
        written(ids::SEEK, &entry.concat())
    };
    let entries = [ids::INFO, ids::TRACKS, ids::CUES].into_iter().zip(places).map(seek);
    written(ids::SEEK_HEAD, &entries.collect::<Vec<_>>().concat())
}

/// Pieces, those that are written together in one.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn keep(&mut self, range: Range<u64>) {
        self.push(Piece::Keep(range));
    }

    fn write(&mut self, bytes: &[u8]) {
        self.push(Piece::Write(bytes.to_vec()));
    }

    fn push(&mut self, piece: Piece) {
        match (self.0.last_mut(), piece) {
            (Some(Piece::Write(before)), Piece::Write(bytes)) => before.extend(bytes),
            (Some(Piece::Keep(before)), Piece::Keep(range)) if before.end == range.start => before.end = range.end,
            (_, piece) => self.0.push(piece),
        }
    }
}
