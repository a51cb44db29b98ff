package org.practiceplaybook.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.form.Judge;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;

/**
 * The judge of texts as a script: {@code window.playbookJudge} makes one of the facts of a playbook, and it answers to
 * {@code fields}, {@code written}, {@code verdict} and {@code pasted} as {@link Judge} does.
 */
final class Door {
    private Door() {}

    /** Makes a judge. */
    @JSFunctor
    interface Opening extends JSObject {
        JSObject open(JSObject facts);
    }

    /** Answers a question. */
    @JSFunctor
    interface Answering extends JSObject {
        JSObject answer(JSObject asked);
    }

    public static void main(String[] args) {
        hang(Door::open);
    }

    @JSBody(params = "opening", script = "window.playbookJudge = opening;")
    private static native void hang(Opening opening);

    @JSBody(
            params = {"fields", "written", "verdict", "pasted"},
            script = "return { fields: fields, written: written, verdict: verdict, pasted: pasted };")
    private static native JSObject judge(Answering fields, Answering written, Answering verdict, Answering pasted);

    private static JSObject open(JSObject facts) {
        Judge judge = new Judge(map(facts));
        return judge(
                asked -> toScript(judge.fields(map(asked))),
                asked -> toScript(judge.written(map(asked))),
                asked -> toScript(judge.verdict(map(asked))),
                asked -> toScript(judge.pasted(map(asked))));
    }

    private static Map<String, Object> map(JSObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : JSObjects.getOwnPropertyNames(object)) {
            map.put(key, fromScript(property(object, key)));
        }
        return map;
    }

    @JSBody(
            params = {"object", "key"},
            script = "return object[key];")
    private static native JSObject property(JSObject object, String key);

    @SuppressWarnings("unchecked")
    private static Object fromScript(JSObject value) {
        if (JSArray.isArray(value)) {
            JSArray<JSObject> array = (JSArray<JSObject>) value;
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < array.getLength(); i++) {
                list.add(fromScript(array.get(i)));
            }
            return list;
        }
        return switch (JSObjects.typeOf(value)) {
            case "string" -> ((JSString) value).stringValue();
            case "boolean" -> ((JSBoolean) value).booleanValue();
            case "object" -> value == null ? "" : map(value);
            default -> "";
        };
    }

    private static JSObject toScript(Object value) {
        if (value instanceof Map<?, ?> map) {
            JSObject object = JSObjects.create();
            map.forEach((key, one) -> set(object, (String) key, toScript(one)));
            return object;
        }
        if (value instanceof List<?> list) {
            JSArray<JSObject> array = new JSArray<>();
            list.forEach(one -> array.push(toScript(one)));
            return array;
        }
        if (value instanceof Boolean truth) {
            return JSBoolean.valueOf(truth);
        }
        return value instanceof Integer number ? JSNumber.valueOf(number) : JSString.valueOf((String) value);
    }

    @JSBody(
            params = {"object", "key", "value"},
            script = "object[key] = value;")
    private static native void set(JSObject object, String key, JSObject value);
}
