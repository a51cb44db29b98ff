package org.practiceplaybook.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.practiceplaybook.source.Position;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** The JDK's reader of XML, which fetches nothing and puts in no more than a few short texts. */
public final class Xml {
    /** What a file may say by names that it declares, in characters. */
    private static final int LONGEST_ENTITIES = 100_000;

    private static final int MOST_ENTITIES = 10_000;
    private static final String FEATURES = "http://xml.org/sax/features/";
    private static final String HANDLERS = "http://xml.org/sax/properties/";
    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private static final int LONGEST_HEAD = 500;

    private Xml() {}

    /** The encoding that a file says it is in, in small letters; UTF-8 where it says nothing. */
    public static String encoding(byte[] xml) {
        String head = new String(xml, 0, Math.min(xml.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "utf-8";
    }

    /**
     * Reads a text and tells a handler what is in it.
     *
     * @throws SAXException where the handler stops, or where the text is not well-formed (a {@link SAXParseException})
     */
    static void read(String text, DefaultHandler2 handler) throws SAXException {
        read(new InputSource(new StringReader(text)), handler, false);
    }

    /**
     * Where a file that was made is not well-formed XML with namespaces.
     *
     * @return empty where it is
     */
    public static Optional<Position> fault(byte[] xml) {
        try {
            read(new InputSource(new ByteArrayInputStream(xml)), new DefaultHandler2(), true);
            return Optional.empty();
        } catch (SAXParseException e) {
            return Optional.of(new Position(Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber())));
        } catch (SAXException e) {
            return Optional.of(new Position(1, 1));
        }
    }

    private static void read(InputSource source, DefaultHandler2 handler, boolean plain) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XERCES + "disallow-doctype-decl", plain);
            factory.setFeature(FEATURES + "external-general-entities", false);
            factory.setFeature(FEATURES + "external-parameter-entities", false);
            factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(LIMITS + "entityExpansionLimit", String.valueOf(MOST_ENTITIES));
            reader.setProperty(LIMITS + "totalEntitySizeLimit", String.valueOf(LONGEST_ENTITIES));
            reader.setProperty(LIMITS + "elementAttributeLimit", "1000");
            reader.setProperty(HANDLERS + "lexical-handler", handler);
            reader.setProperty(HANDLERS + "declaration-handler", handler);
            reader.setContentHandler(handler);
            reader.setEntityResolver(handler);
            reader.setErrorHandler(handler);
            reader.parse(source);
        } catch (ParserConfigurationException | IOException e) {
            throw new SAXException(e); // a decoder's complaint: these bytes are no text
        }
    }
}
