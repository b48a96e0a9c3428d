//! A small server for the built app: what a static host does, on 127.0.0.1 only.
//!
//! It keeps nothing in memory, so a new build shows with the next request.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, StatusCode, Uri,
        header::{CACHE_CONTROL, IF_MODIFIED_SINCE, IF_NONE_MATCH, LOCATION},
    },
    response::Response,
};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::headers;

/// What is served, and where.
pub struct Site {
    pub folder: PathBuf,
    /// 0 takes any free port.
    pub port: u16,
    /// The path that the folder is found under: `/`, or like `/some/sub/path/`.
    pub prefix: String,
}

/// A running server. Dropping it stops it and closes its connections.
pub struct Server {
    address: SocketAddr,
    prefix: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve on a thread of its own.
    pub fn start(site: &Site) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, site.port)).with_context(|| {
            format!("port {} is taken; choose another one with `--port NUMBER`", site.port)
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;

        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let prefix = format!("/{}/", site.prefix.trim_matches('/')).replace("//", "/");
        let place = Place { folder: site.folder.clone(), prefix: prefix.clone() };
        let app = Router::new().fallback(answer).with_state(Arc::new(place));
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                    tokio::spawn(async { axum::serve(listener, app).await });
                    // An error says that the server was dropped: a wish to stop as well.
                    let _ = stopped.await;
                }
            });
        });
        Ok(Self { address, prefix, stop: Some(stop), thread: Some(thread) })
    }

    /// Returns the address of the app, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// Waits for ever.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic over there was printed over there.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when the server has ended by itself before.
        let _ = self.stop.take().map(|stop| stop.send(()));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

struct Place {
    folder: PathBuf,
    prefix: String,
}

async fn answer(State(place): State<Arc<Place>>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(inner) = path.strip_prefix(&place.prefix) else {
        return if format!("{path}/") == place.prefix {
            redirect(&place.prefix)
        } else {
            plain(StatusCode::NOT_FOUND, "Nothing is here.")
        };
    };
    let inner = format!("/{inner}");

    match inner.parse::<Uri>() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return plain(StatusCode::BAD_REQUEST, "This path cannot be read."),
    }
    // Builds may follow each other within the second that file times are told in, and tests swap
    // in older ones: every answer is a whole one.
    request.headers_mut().remove(IF_MODIFIED_SINCE);
    request.headers_mut().remove(IF_NONE_MATCH);

    let files = ServeDir::new(&place.folder);
    let mut response = match files.clone().try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => return plain(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    match headers_for(&place, &inner) {
        Ok(headers) => response.headers_mut().extend(headers),
        Err(error) => {
            return plain(StatusCode::INTERNAL_SERVER_ERROR, &format!("_headers: {error:#}"));
        }
    }
    response
}

/// Reads the headers that a host would send, from the same file that the host reads.
fn headers_for(place: &Place, path: &str) -> Result<Vec<(HeaderName, HeaderValue)>> {
    // A folder without the file has no such headers.
    let text = fs::read_to_string(place.folder.join("_headers")).unwrap_or_default();
    let rules = headers::parse(&text)?;
    headers::for_path(&rules, path)
        .map(|(name, value)| Ok((name.parse()?, value.parse()?)))
        .collect()
}

fn redirect(to: &str) -> Response {
    let mut response = plain(StatusCode::MOVED_PERMANENTLY, "");
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;

    /// Asks a server for a path and returns the head and the body of its answer.
    fn get(server: &Server, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    }

    fn serve(name: &str, prefix: &str) -> Server {
        let folder = std::env::temp_dir().join(format!("rapport-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "page").unwrap();
        fs::write(folder.join("app.wasm"), "wasm").unwrap();
        fs::write(folder.join("_headers"), "/*\n  X-Test: yes\n").unwrap();
        Server::start(&Site { folder, port: 0, prefix: prefix.to_owned() }).unwrap()
    }

    #[test]
    fn the_page_answers_under_the_prefix_only() {
        let server = serve("prefix", "/some/sub/path/");
        assert_eq!(get(&server, "/some/sub/path/").1, "page");
        assert!(get(&server, "/").0.starts_with("http/1.1 404"));
        assert!(get(&server, "/some/sub/path").0.contains("location: /some/sub/path/"));
    }

    #[test]
    fn wasm_has_its_type_and_every_file_the_headers() {
        let server = serve("headers", "/");
        let (head, body) = get(&server, "/app.wasm");
        assert_eq!(body, "wasm");
        assert!(head.contains("content-type: application/wasm"), "{head}");
        assert!(head.contains("cache-control: no-cache"), "{head}");
        assert!(head.contains("x-test: yes"), "{head}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let server = serve("outside", "/");
        assert!(!get(&server, "/../../../../../../etc/passwd").1.contains("root"));
        assert!(!get(&server, "/..%2f..%2f..%2f..%2fetc/passwd").1.contains("root"));
    }

    #[test]
    fn a_dropped_server_no_longer_answers() {
        let server = serve("dropped", "/");
        let address = server.address;
        let idle = TcpStream::connect(address).unwrap();
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        drop(idle);
    }
}
