/* Copies the address of the page. Without this script the address can be selected by hand. */
const copy = document.querySelector(".share__copy");
const [button, status] = copy.children;

copy.hidden = false;
button.addEventListener("click", () => {
  getSelection().selectAllChildren(copy.previousElementSibling.lastElementChild);
  // Not by navigator.clipboard, which asks for TLS and a newer browser
  status.textContent = document.execCommand("copy") ? button.dataset.copied : button.dataset.failed;
});
