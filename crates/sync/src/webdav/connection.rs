//! The adapter and a transport together: a backend.

use super::WebDav;
use crate::{
    backend::{Backend, Entry},
    body::Body,
    error::{BackendError, Fault, Verb},
    http::{HttpResponse, Transport, TransportError},
    name::{Folder, Name},
    recipe::Server,
};

/// A WebDAV storage that is reached by a transport.
#[derive(Debug, Clone)]
pub struct WebDavBackend<T> {
    webdav: WebDav,
    transport: T,
}

impl<T: Transport> WebDavBackend<T> {
    /// Joins the two.
    pub fn new(webdav: WebDav, transport: T) -> Self {
        Self { webdav, transport }
    }
}

impl<T: Transport> Backend for WebDavBackend<T> {
    type Body = T::Body;

    async fn put(&self, name: &Name, body: T::Body) -> Result<(), BackendError> {
        let size = body.size();
        let sent = self.transport.send(self.webdav.put(name, body)).await;
        self.webdav.put_answer(name, size, &sent.map_err(unanswered(Verb::Put, name))?)
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<T::Body, BackendError> {
        let sent = self.transport.send(self.webdav.get(name, at_most)).await;
        self.webdav.get_answer(name, at_most, sent.map_err(unanswered(Verb::Get, name))?)
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        let sent = self.transport.send(self.webdav.list(folder)).await;
        let HttpResponse { status, headers, body } = sent.map_err(unanswered(Verb::List, folder))?;
        let body = body.into_bytes().await.map_err(unanswered(Verb::List, folder))?;
        self.webdav.list_answer(folder, &HttpResponse { status, headers, body })
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        let sent = self.transport.send(self.webdav.mkdir(folder)).await;
        self.webdav.mkdir_answer(folder, &sent.map_err(unanswered(Verb::MakeFolder, folder))?)
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        let sent = self.transport.send(self.webdav.delete(name)).await;
        self.webdav.delete_answer(name, &sent.map_err(unanswered(Verb::Delete, name))?)
    }
}

fn unanswered(verb: Verb, at: &impl ToString) -> impl FnOnce(TransportError) -> BackendError {
    move |error| BackendError { verb, at: at.to_string(), fault: Fault::Transport(error), server: Server::Unknown }
}
