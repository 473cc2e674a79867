//! Which installation this is: the folder that its segments go to.

use platform::store::{Opening, Store, StoreError};
use platform::{BrowserError, random};
use replica::DeviceId;

const DEVICE: &str = "device";

/// The id of this installation; a new one at the first start.
pub(super) async fn of(store: &Store, stored: &Opening) -> Result<DeviceId, StoreError> {
    match stored.meta(DEVICE).map(str::parse) {
        Some(Ok(device)) => Ok(device),
        _ => renew(store).await,
    }
}

/// Takes a new id at random, because somebody else may write under the old one.
pub(super) async fn renew(store: &Store) -> Result<DeviceId, StoreError> {
    let device = at_random()?;
    store.put_meta(DEVICE, &device.to_string()).await?;
    Ok(device)
}

/// 80 random bits.
fn at_random() -> Result<DeviceId, BrowserError> {
    let [bits @ .., _, _, _, _, _, _] = random::bits128()?.to_be_bytes();
    Ok(DeviceId(bits))
}
