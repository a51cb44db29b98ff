package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;

/**
 * How a playbook looks and where it leads, as far as {@code playbook.yml} says it.
 *
 * @param accent colour of links and buttons, {@code #} and six digits
 * @param accentDark the same in the dark, where it is not to be made of the accent
 * @param logo path of an image in the content folder
 * @param fontText family for running text
 * @param fontInterface family for headings and the interface
 * @param fontCode family for code
 * @param menu what the bar at the top leads to; none where it is as the program makes it
 * @param footer what the foot leads to in place of the outermost pages; none where it is those
 * @param home sections of the first page, in their order; none where it is all
 */
public record Look(
        Optional<Setting> accent,
        Optional<Setting> accentDark,
        Optional<Setting> logo,
        Optional<Setting> fontText,
        Optional<Setting> fontInterface,
        Optional<Setting> fontCode,
        List<Way> menu,
        List<Way> footer,
        List<HomeSection> home) {
    public static final Look DEFAULT = new Look(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    public Look {
        menu = List.copyOf(menu);
        footer = List.copyOf(footer);
        home = List.copyOf(home);
    }

    /**
     * A link of the menu or the foot.
     *
     * @param to a list of the site, a file of the content folder or an address of the web
     * @param text or empty, for what it leads to is called
     */
    public record Way(Setting to, String text) {}
}
