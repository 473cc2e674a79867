//! The ids of the elements that are read or written here (RFC 9559, section 5).

pub(crate) const EBML: u32 = 0x1a45_dfa3;
pub(crate) const SEGMENT: u32 = 0x1853_8067;

pub(crate) const SEEK_HEAD: u32 = 0x114d_9b74;
pub(crate) const SEEK: u32 = 0x4dbb;
pub(crate) const SEEK_ID: u32 = 0x53ab;
pub(crate) const SEEK_POSITION: u32 = 0x53ac;

pub(crate) const INFO: u32 = 0x1549_a966;
pub(crate) const SCALE: u32 = 0x002a_d7b1;
pub(crate) const DURATION: u32 = 0x4489;

pub(crate) const TRACKS: u32 = 0x1654_ae6b;
pub(crate) const TRACK: u32 = 0xae;
pub(crate) const TRACK_NUMBER: u32 = 0xd7;
pub(crate) const TRACK_TYPE: u32 = 0x83;
pub(crate) const VIDEO: u32 = 0xe0;
pub(crate) const WIDTH: u32 = 0xb0;
pub(crate) const HEIGHT: u32 = 0xba;

pub(crate) const CLUSTER: u32 = 0x1f43_b675;
pub(crate) const TIME: u32 = 0xe7;
pub(crate) const SIMPLE_BLOCK: u32 = 0xa3;
pub(crate) const BLOCK_GROUP: u32 = 0xa0;
pub(crate) const BLOCK: u32 = 0xa1;
pub(crate) const REFERENCE: u32 = 0xfb;

pub(crate) const CUES: u32 = 0x1c53_bb6b;
pub(crate) const CUE: u32 = 0xbb;
pub(crate) const CUE_TIME: u32 = 0xb3;
pub(crate) const CUE_PLACE: u32 = 0xb7;
pub(crate) const CUE_TRACK: u32 = 0xf7;
pub(crate) const CUE_CLUSTER: u32 = 0xf1;

/// Room for later use, and a sum over what follows.
pub(crate) const VOID: u32 = 0xec;
pub(crate) const SUM: u32 = 0xbf;
