"""The field of the browser on which files are dropped."""

#: Texts are set as text, never as markup. MEGABYTES is put in before use.
DROP = """export default {
  render({model, el}) {
    const field = document.createElement("label"), chooser = document.createElement("input");
    field.className = "analysis-drop";
    field.style.cssText = "display:block;padding:2em;border:2px dashed #888;text-align:center;cursor:pointer";
    field.textContent = model.get("told");
    chooser.type = "file";
    chooser.multiple = true;
    chooser.style.display = "none";
    field.append(chooser);
    const send = async (files) => {
      for (const file of files) {
        const fits = file.size <= MEGABYTES * 1024 * 1024;
        model.send({name: file.name}, undefined, fits ? [await file.arrayBuffer()] : []);
      }
    };
    const over = (event) => { event.preventDefault(); event.stopPropagation(); };
    for (const kind of ["dragenter", "dragover"]) field.addEventListener(kind, over);
    field.addEventListener("drop", (event) => { over(event); send([...event.dataTransfer.files]); });
    chooser.addEventListener("change", () => { send([...chooser.files]); });
    el.append(field);
  },
};"""
