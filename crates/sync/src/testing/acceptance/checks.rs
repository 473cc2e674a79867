//! The checks, one promise each.

use futures_util::future::try_join_all;
use replica::{DeviceId, Hash, segment::SegmentName};

use super::{Broken, fault, read, same};
use crate::{
    backend::{Backend, Entry, list_if_there, make_folders, put_making_folders},
    error::Fault,
    http::TransportError,
    layout::{self, SegmentAt},
    name::{Folder, Name},
};

const DEVICE: DeviceId = DeviceId([0xac; 10]);

fn segment(seq: u32, bytes: &[u8]) -> Name {
    layout::segment(&SegmentAt { device: DEVICE, name: SegmentName::of(seq, bytes) })
}

/// Bytes that text modes, compressors and guesses of a type would spoil.
fn difficult() -> Vec<u8> {
    (0..=255_u8).chain(*b"<html>\r\n\r\n\n\0\x1f\x8b").collect()
}

async fn listed<B: Backend>(backend: &B, folder: &Folder) -> Result<Vec<Entry>, Broken> {
    let mut entries = backend.list(folder).await?;
    entries.sort();
    Ok(entries)
}

fn file(name: &Name, bytes: &[u8]) -> Entry {
    Entry::File { name: name.last().to_owned(), size: bytes.len() as u64 }
}

pub(super) async fn a_fresh_base_is_empty<B: Backend>(backend: &B) -> Result<(), Broken> {
    same("the base", Vec::<Entry>::new(), backend.list(&Folder::base()).await?)?;
    same("a folder that is not there", Err(Fault::Missing), fault(backend.list(&layout::home()).await))?;
    same("it, when that is fine", Vec::<Entry>::new(), list_if_there(backend, &layout::home()).await?)?;
    same("a file that is not there", Err(Fault::Missing), fault(backend.get(&segment(1, b"a"), 9).await))
}

pub(super) async fn folders_are_made_once_and_again<B: Backend>(backend: &B) -> Result<(), Broken> {
    for _ in 0..2 {
        make_folders(backend, &layout::log_of(DEVICE)).await?;
    }
    same("a new folder", Vec::<Entry>::new(), backend.list(&layout::log_of(DEVICE)).await?)?;
    let expected = vec![Entry::Folder { name: DEVICE.to_string() }];
    same("the folder that holds it", expected, listed(backend, &layout::log()).await?)?;
    let expected = vec![Entry::Folder { name: "log".into() }];
    same("and the one above, without what lies deeper", expected, listed(backend, &layout::home()).await?)
}

pub(super) async fn what_is_put_is_got_and_listed<B: Backend>(backend: &B) -> Result<(), Broken> {
    let small = vec![7];
    let mut expected = Vec::new();
    for (seq, bytes) in [(1, small), (2, difficult())] {
        let name = segment(seq, &bytes);
        backend.put(&name, B::Body::from(bytes.clone())).await?;
        same("what was put", &bytes, &read(backend, &name, bytes.len()).await?)?;
        expected.push(file(&name, &bytes));
    }
    same("names and sizes", expected, listed(backend, &layout::log_of(DEVICE)).await?)
}

pub(super) async fn a_put_into_no_folder_is_told_or_makes_it<B: Backend>(backend: &B) -> Result<(), Broken> {
    let bytes = difficult();
    let name = layout::chunk(Hash::of(&bytes));
    let put = fault(backend.put(&name, B::Body::from(bytes.clone())).await);
    if put.is_err() {
        same("a put into no folder", Err(Fault::NoParent), put)?;
        same("a folder in no folder", Err(Fault::NoParent), fault(backend.mkdir(&name.folder()).await))?;
    }
    put_making_folders(backend, &name, B::Body::from(bytes.clone())).await?;
    same("the chunk", &bytes, &read(backend, &name, bytes.len()).await?)
}

pub(super) async fn putting_again_repairs_a_cut_file<B: Backend>(backend: &B) -> Result<(), Broken> {
    let bytes: Vec<u8> = difficult().repeat(40);
    let name = layout::probe([1; 16]);
    put_making_folders(backend, &name, B::Body::from(bytes[..5000].to_vec())).await?;
    for _ in 0..2 {
        backend.put(&name, B::Body::from(bytes.clone())).await?;
        same("the whole file", &bytes, &read(backend, &name, bytes.len()).await?)?;
        same("its size", vec![file(&name, &bytes)], listed(backend, &layout::probes()).await?)?;
    }
    Ok(())
}

pub(super) async fn what_is_deleted_is_missing<B: Backend>(backend: &B) -> Result<(), Broken> {
    let name = layout::probe([1; 16]);
    backend.delete(&name).await?;
    same("a deleted file", Err(Fault::Missing), fault(backend.get(&name, 99_999).await))?;
    same("its folder", Vec::<Entry>::new(), backend.list(&layout::probes()).await?)?;
    same("deleting it again", Ok(()), fault(backend.delete(&name).await))
}

pub(super) async fn several_at_once_all_arrive<B: Backend>(backend: &B) -> Result<(), Broken> {
    let files: Vec<(Name, Vec<u8>)> =
        (0..8_u8).map(|at| (layout::probe([at; 16]), vec![at; 50_000 + usize::from(at)])).collect();
    try_join_all(files.iter().map(|(name, bytes)| backend.put(name, B::Body::from(bytes.clone())))).await?;
    let expected: Vec<Entry> = files.iter().map(|(name, bytes)| file(name, bytes)).collect();
    same("files put at once", expected, listed(backend, &layout::probes()).await?)?;
    for (name, bytes) in &files {
        same("one of them", bytes, &read(backend, name, bytes.len()).await?)?;
        backend.delete(name).await?;
    }
    Ok(())
}

pub(super) async fn long_folders_are_listed_whole<B: Backend>(backend: &B) -> Result<(), Broken> {
    const MANY: u32 = 300;
    let folder = layout::log_of(DeviceId([0xad; 10]));
    make_folders(backend, &folder).await?;
    let mut expected = Vec::new();
    for seq in 1..=MANY {
        let bytes = seq.to_be_bytes();
        let at = SegmentAt { device: DeviceId([0xad; 10]), name: SegmentName::of(seq, &bytes) };
        let name = layout::segment(&at);
        backend.put(&name, B::Body::from(bytes.to_vec())).await?;
        expected.push(file(&name, &bytes));
    }
    same("a long folder", expected, listed(backend, &folder).await?)
}

pub(super) async fn a_chunk_of_full_size_passes<B: Backend>(backend: &B) -> Result<(), Broken> {
    const FULL: u64 = 8 << 20;
    // Not all the same, so that a hole or a swap shows.
    let bytes: Vec<u8> = (0..FULL).map(|at| (at % 251) as u8).collect();
    let name = layout::chunk(Hash::of(&bytes));
    // Some servers hang up on a long upload that has nowhere to go, so the folder comes first.
    make_folders(backend, &name.folder()).await?;
    backend.put(&name, B::Body::from(bytes.clone())).await?;
    same("its hash", Hash::of(&bytes), Hash::of(&read(backend, &name, bytes.len()).await?))?;
    backend.delete(&name).await?;
    Ok(())
}

pub(super) async fn no_more_is_read_than_asked<B: Backend>(backend: &B) -> Result<(), Broken> {
    let name = layout::probe([2; 16]);
    backend.put(&name, B::Body::from(vec![5; 4096])).await?;
    let too_long = Err(Fault::Transport(TransportError::AnswerTooLong));
    same("a file longer than expected", too_long, fault(backend.get(&name, 4095).await))?;
    same("one as long as expected", Ok(()), fault(backend.get(&name, 4096).await))?;
    backend.delete(&name).await?;
    Ok(())
}
