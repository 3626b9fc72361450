//! A static server on the loopback address, for `serve` and for the journeys.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `router` on the loopback address; port 0 takes a free one.
    pub fn start(router: Router, port: u16) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
            .with_context(|| format!("cannot listen on port {port}"))?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.spawn(async move { axum::serve(listener, router).await });
            // Either a message or the sender's end stops the server. Open
            // connections (live reload keeps one) are not waited for.
            let _ = runtime.block_on(stopped);
            runtime.shutdown_background();
        });
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The server's address, without a final slash.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // A panic of the server's thread is on the screen already.
            let _ = thread.join();
        }
    }
}

/// Serves a folder as a strict host does: exact names, exact types, nothing
/// guessed by the browser, and 404 for the rest. `prefix` is the folder under
/// which it appears (`""` or `/some/path`).
pub fn folder(folder: &Path, prefix: &str) -> Router {
    let files = ServeDir::new(folder);
    strict(if prefix.is_empty() {
        Router::new().fallback_service(files)
    } else {
        Router::new().nest_service(prefix, files)
    })
}

/// Serves a folder in which beside each file stands the same one after brotli,
/// as `FILE.br`: whoever takes brotli gets that.
pub fn compressed(folder: &Path) -> Router {
    strict(Router::new().fallback_service(ServeDir::new(folder).precompressed_br()))
}

/// Nothing guessed, nothing kept.
fn strict(router: Router) -> Router {
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    router
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    /// The whole answer of the server to one request, headers in lower case.
    fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    }

    #[test]
    fn a_compressed_file_comes_to_whoever_takes_it() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.wasm"), "as it is").unwrap();
        fs::write(dir.path().join("a.wasm.br"), "smaller").unwrap();
        let server = Server::start(compressed(dir.path()), 0).unwrap();
        assert!(get(&server, "/a.wasm").ends_with("as it is"));
        let answer = get(
            &server,
            "/a.wasm HTTP/1.1\r\naccept-encoding: gzip, br\r\nx:",
        );
        assert!(answer.contains("content-encoding: br"), "{answer}");
        assert!(
            answer.contains("content-type: application/wasm"),
            "{answer}"
        );
        assert!(answer.ends_with("smaller"), "{answer}");
    }

    #[test]
    fn serves_right_types_under_a_prefix_and_stops() {
        let dir = tempfile::tempdir().unwrap();
        for name in [
            "index.html",
            "a.wasm",
            "a.js",
            "a.css",
            "a.json",
            "a.woff2",
            "a.webmanifest",
        ] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let server = Server::start(folder(dir.path(), "/some/path"), 0).unwrap();
        for (path, kind) in [
            ("", "text/html"),
            ("index.html", "text/html"),
            ("a.wasm", "application/wasm"),
            ("a.js", "text/javascript"),
            ("a.css", "text/css"),
            ("a.json", "application/json"),
            ("a.woff2", "font/woff2"),
            ("a.webmanifest", "application/manifest+json"),
        ] {
            let answer = get(&server, &format!("/some/path/{path}"));
            assert!(answer.starts_with("http/1.1 200"), "{path}: {answer}");
            assert!(
                answer.contains(&format!("content-type: {kind}")),
                "{path}: {answer}"
            );
            assert!(answer.contains("nosniff"), "{path}: {answer}");
        }
        for path in ["/", "/a.js", "/some/path/b.js", "/some/path/%2e%2e/a.js"] {
            let answer = get(&server, path);
            assert!(answer.starts_with("http/1.1 404"), "{path}: {answer}");
        }
        let address = server.address;
        drop(server);
        assert!(TcpStream::connect(address).is_err());
    }
}
