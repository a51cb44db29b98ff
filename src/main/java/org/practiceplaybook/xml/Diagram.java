package org.practiceplaybook.xml;

import java.nio.charset.StandardCharsets;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/** A drawing of draw.io as it is stored: XML that no browser shows, unless there is something else in it. */
public final class Diagram extends DefaultHandler2 {
    private boolean begun;

    private Diagram() {}

    /** Is it a drawing and nothing else? */
    public static boolean isHarmless(byte[] bytes) {
        try {
            Xml.read(new String(bytes, StandardCharsets.UTF_8), new Diagram());
            return Xml.encoding(bytes).equals("utf-8");
        } catch (SAXException e) {
            return false;
        }
    }

    @Override
    public void startElement(String namespace, String name, String qName, Attributes attributes) throws SAXException {
        boolean root = name.equals("mxfile") || name.equals("mxGraphModel");
        if (!namespace.isEmpty() || !begun && !root) {
            throw new SAXException("no drawing");
        }
        begun = true;
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        throw new SAXException("no drawing");
    }
}
