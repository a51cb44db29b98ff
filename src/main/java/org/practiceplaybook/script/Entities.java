package org.practiceplaybook.script;

import java.util.HashMap;
import org.teavm.jso.JSBody;

/** The signs that HTML has names for, as the browser knows them. */
public final class Entities extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String get(Object name) {
        String written = "&" + name + ";";
        String read = read(written);
        return read.equals(written) ? null : read;
    }

    @JSBody(
            params = "entity",
            script = "var box = document.createElement('textarea'); box.innerHTML = entity; return box.value;")
    private static native String read(String entity);
}
