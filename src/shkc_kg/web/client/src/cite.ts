// Copies the text of a citation; without a script it can be marked and copied, or taken as a file.
for (const button of document.querySelectorAll<HTMLButtonElement>(".copy")) {
  const text = button.closest(".panel")?.querySelector("pre");
  if (!text || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent ?? "");
    button.textContent = button.dataset.copied ?? "";
  });
}
