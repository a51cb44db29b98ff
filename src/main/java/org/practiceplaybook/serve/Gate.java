package org.practiceplaybook.serve;

import com.sun.net.httpserver.Headers;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is answered: the pages of this server, and whoever types an address. Other pages in the same browser could ask too, and
 * read what runs as a script, so drafts and paths of this disk must not reach them:
 *
 * <ul>
 *   <li>A name of theirs that leads to this machine is not answered: the browser says in {@code Host} which name it asked.
 *   <li>Browsers say in {@code Sec-Fetch-Site} who asks. Also pages of this machine's other ports ("same-site") are strangers.
 *       A link from anywhere may open a page, for a page that is opened cannot be read.
 *   <li>Browsers that do not say it (before 2023, and Safari without https) say in {@code Referer} which page asks. A page can
 *       leave that out but not make it up, and ours never leaves it out: so a script is given to our own pages only. All
 *       else is nothing that such a page could read: its type is told and must be believed. A cookie would do less, for all
 *       ports of a machine share it.
 *   <li>What was found, with paths of this disk, is only for who knows a word that stands in each page and is another one at
 *       each start.
 * </ul>
 */
final class Gate {
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> OTHERS = Set.of("same-site", "cross-site");

    private final String token;

    Gate() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    /** The word of this start, 128 bits in hexadecimal. */
    String token() {
        return token;
    }

    /**
     * Is a request answered?
     *
     * @param script would the answer run as a script?
     * @param own is it for the desk itself, not for a file of the site?
     */
    boolean admits(Headers asked, boolean script, boolean own) {
        String host = only(asked, "Host").toLowerCase(Locale.ROOT);
        if (!LOCAL.matcher(host).matches()) {
            return false;
        }
        String here = "http://" + host;
        if (asked.containsKey("Origin")
                && !only(asked, "Origin").toLowerCase(Locale.ROOT).equals(here)) {
            return false;
        }
        if (asked.containsKey("Sec-Fetch-Site")) {
            String from = only(asked, "Sec-Fetch-Site");
            return OURS.contains(from) || OTHERS.contains(from) && !own && opensAPage(asked);
        }
        return !script || only(asked, "Referer").toLowerCase(Locale.ROOT).startsWith(here + "/");
    }

    private static boolean opensAPage(Headers asked) {
        return only(asked, "Sec-Fetch-Mode").equals("navigate")
                && only(asked, "Sec-Fetch-Dest").equals("document");
    }

    /** Does a request know the word of this start? */
    boolean knows(String word) {
        return word.equals(token);
    }

    /** A header's value; empty where there is none, or more than one. */
    private static String only(Headers asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }
}
