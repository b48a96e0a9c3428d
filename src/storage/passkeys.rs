//! Passkeys that give a secret (<https://www.w3.org/TR/webauthn-3/>): the pseudo-random function of a credential
//! that stays in the device, which asks its person first.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;
use zeroize::Zeroizing;

use super::{
    StoreError,
    seal::{NewPasskey, Problem},
    web_crypto::set,
};

/// Signatures that devices make, by their numbers at <https://www.iana.org/assignments/cose>: `ES256`, `EdDSA` and
/// `RS256`. Nobody checks one here; a device makes no credential without.
const ALGORITHMS: [i32; 3] = [-7, -8, -257];

/// How long the person has to answer the device, in milliseconds.
const PATIENCE: u32 = 120_000;

/// Whether the browser has passkeys. Whether they give a secret is known when there is one.
pub fn are_possible() -> bool {
    Reflect::has(&js_sys::global(), &"PublicKeyCredential".into()).unwrap_or(false)
}

/// Has the device make one, with randomness for its user and for what it is asked about.
pub async fn make(name: &str, user: [u8; 16], input: [u8; 32]) -> Result<NewPasskey, Problem> {
    let user = object([
        ("id", Uint8Array::from(&user[..]).into()),
        ("name", name.into()),
        ("displayName", name.into()),
    ]);
    let algorithm = |number: &i32| object([("type", TYPE.into()), ("alg", (*number).into())]);
    let made = ask_browser(
        "create",
        object([
            ("challenge", challenge()),
            ("rp", object([("name", name.into())])),
            ("user", user),
            ("pubKeyCredParams", ALGORITHMS.iter().map(algorithm).collect::<Array>().into()),
            ("authenticatorSelection", object([("userVerification", "required".into())])),
            ("extensions", asked_about(&input)),
            ("timeout", PATIENCE.into()),
        ]),
    )
    .await?;
    let credential = Uint8Array::new(&member(&made, "rawId")).to_vec();
    let output = match output(&made) {
        Err(Problem::NoSecret) if member(&answered(&made), "enabled").is_truthy() => {
            // Some devices give it only when they are asked for it.
            ask(&credential, &input).await?
        }
        output => output?,
    };
    Ok(NewPasskey { credential, input, output })
}

/// Asks a passkey.
pub async fn ask(credential: &[u8], input: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, Problem> {
    let allowed = object([("type", TYPE.into()), ("id", Uint8Array::from(credential).into())]);
    let given = ask_browser(
        "get",
        object([
            ("challenge", challenge()),
            ("allowCredentials", Array::of1(&allowed).into()),
            ("userVerification", "required".into()),
            ("extensions", asked_about(input)),
            ("timeout", PATIENCE.into()),
        ]),
    )
    .await?;
    output(&given)
}

/// The one type of credential that there is.
const TYPE: &str = "public-key";

fn object<const N: usize>(members: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        set(&object, name, &value);
    }
    object.into()
}

fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Nobody checks the answer to it: what opens the workspace is the secret.
fn challenge() -> JsValue {
    Uint8Array::new_with_length(32).into()
}

fn asked_about(input: &[u8; 32]) -> JsValue {
    let first = object([("first", Uint8Array::from(&input[..]).into())]);
    object([("prf", object([("eval", first)]))])
}

/// Calls a method of the browser's credentials.
async fn ask_browser(method: &str, public_key: JsValue) -> Result<JsValue, Problem> {
    let asked = || -> Result<Promise, JsValue> {
        let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
        let credentials = Reflect::get(&navigator, &"credentials".into())?;
        let method: Function = Reflect::get(&credentials, &method.into())?.dyn_into()?;
        method.call1(&credentials, &object([("publicKey", public_key)]))?.dyn_into()
    };
    let answer = match asked() {
        Ok(asked) => JsFuture::from(asked).await,
        Err(error) => Err(error),
    };
    answer.map_err(|error| match error.dyn_ref::<DomException>() {
        // Also what took too long; browsers do not tell which, lest a page learns what a device holds.
        Some(error) if ["NotAllowedError", "AbortError"].contains(&&*error.name()) => {
            Problem::Cancelled
        }
        Some(error) => StoreError::Unavailable(error.message()).into(),
        None => StoreError::Failed(format!("{error:?}")).into(),
    })
}

/// What a credential says of its function.
fn answered(credential: &JsValue) -> JsValue {
    let results = member(credential, "getClientExtensionResults").dyn_into::<Function>();
    let results = results.and_then(|results| results.call0(credential));
    member(&results.unwrap_or(JsValue::UNDEFINED), "prf")
}

fn output(credential: &JsValue) -> Result<Zeroizing<[u8; 32]>, Problem> {
    let first = member(&member(&answered(credential), "results"), "first");
    if !first.is_truthy() {
        return Err(Problem::NoSecret);
    }
    let bytes = Uint8Array::new(&first);
    let mut output = Zeroizing::new([0; 32]);
    if bytes.length() != 32 {
        return Err(Problem::NoSecret);
    }
    bytes.copy_to(&mut *output);
    bytes.fill(0, 0, bytes.length());
    Ok(output)
}
