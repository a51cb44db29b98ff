package org.practiceplaybook.xml;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed lists of what a vector image may hold: SVG 2 and the parts of SVG 1.1 that browsers still draw, without what
 * runs, asks for other files or holds another kind of document.
 */
final class SvgNames {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    static final Set<String> ELEMENTS = words("""
            svg g defs symbol use switch a view title desc style
            path rect circle ellipse line polyline polygon image text tspan textPath
            marker pattern clipPath mask linearGradient radialGradient stop filter
            feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
            feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
            feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
            animate animateColor animateMotion animateTransform set mpath
            """);

    /** No browser shows anything of these: facts for programs, fonts of a kind that is no more, colour profiles. */
    static final Set<String> UNSEEN =
            words("metadata font font-face font-face-src glyph missing-glyph hkern vkern altGlyphDef color-profile");

    /** Text in these is laid out by the program that wrote it, or as HTML. */
    static final Set<String> LABELS = words("foreignObject flowRoot");

    /** Elements whose {@code href} may hold a picture. */
    static final Set<String> PICTURES = words("image feImage");

    /** Attributes that hold words for people or names: nothing reads them as style. */
    static final Set<String> WORDS = words("""
            id class lang role tabindex title focusable requiredFeatures requiredExtensions systemLanguage
            unicode glyph-name d points media type target rel hreflang download
            """);

    /** Attributes of SVG that are no properties. */
    static final Set<String> OTHERS = words("""
            version baseProfile viewBox preserveAspectRatio zoomAndPan contentScriptType contentStyleType
            enable-background x1 x2 y1 y2 z fx fy fr dx dy rotate textLength lengthAdjust pathLength startOffset method
            spacing side path offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
            patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY
            orient filterUnits primitiveUnits filterRes crossorigin decoding
            in in2 result mode values type tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order
            kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale
            diffuseConstant specularConstant specularExponent scale xChannelSelector yChannelSelector azimuth elevation
            pointsAtX pointsAtY pointsAtZ limitingConeAngle stdDeviation radius baseFrequency numOctaves seed
            stitchTiles
            attributeName attributeType begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints
            from to by additive accumulate origin
            """);

    /** What programs leave in attributes without a prefix; no browser reads them. */
    static final Set<String> LEFT_BEHIND = words("""
            content host agent modified etag pages pagewidth pageheight t p-id
            filter-units horiz-adv-x vert-adv-y horiz-origin-x units-per-em about property resource typeof vocab prefix
            datatype rev allowReorder nodetypes contentEditable spellcheck
            """);

    /** Properties that an attribute of the same name sets, and those that are set in style alone. */
    static final Set<String> PROPERTIES = words("""
            alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-profile color-rendering cursor cx cy d direction display
            dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
            font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
            glyph-orientation-vertical height image-rendering kerning letter-spacing lighting-color marker marker-end
            marker-mid marker-start mask mask-type opacity overflow paint-order pointer-events r rx ry shape-rendering
            solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
            stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-overflow
            text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility white-space
            width word-spacing writing-mode x y

            align-content align-items align-self all animation animation-composition animation-delay
            animation-direction animation-duration animation-fill-mode animation-iteration-count animation-name
            animation-play-state animation-timing-function appearance aspect-ratio backface-visibility background
            background-attachment background-blend-mode background-clip background-color background-image
            background-origin background-position background-repeat background-size block-progression block-size
            border border-block border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius
            border-bottom-style border-bottom-width border-collapse border-color border-image border-inline border-left
            border-left-color border-left-style border-left-width border-radius border-right border-right-color
            border-right-style border-right-width border-spacing border-style border-top border-top-color
            border-top-left-radius border-top-right-radius border-top-style border-top-width border-width bottom
            box-shadow box-sizing caption-side caret-color clear color-adjust color-scheme column-count column-gap
            columns contain content content-visibility counter-increment counter-reset empty-cells flex flex-basis
            flex-direction flex-flow flex-grow flex-shrink flex-wrap float font-display font-feature-settings
            font-kerning font-language-override font-optical-sizing font-palette font-synthesis font-synthesis-style
            font-synthesis-weight font-variant-alternates font-variant-caps font-variant-east-asian
            font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
            forced-color-adjust gap grid grid-area grid-column grid-row grid-template grid-template-columns
            grid-template-rows hanging-punctuation hyphens inline-size inset isolation justify-content justify-items
            justify-self left line-break line-height line-increment list-style list-style-position list-style-type
            margin margin-bottom margin-left margin-right margin-top mask-border mask-clip mask-composite mask-image
            mask-mode mask-origin mask-position mask-repeat mask-size max-height max-width min-height min-width
            mix-blend-mode object-fit object-position offset offset-anchor offset-distance offset-path offset-position
            offset-rotate order orphans outline outline-color outline-offset outline-style outline-width overflow-wrap
            overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top page-break-after
            page-break-before page-break-inside perspective perspective-origin place-content place-items place-self
            position print-color-adjust quotes resize right rotate row-gap scale scroll-behavior shape-image-threshold
            shape-inside shape-margin shape-outside shape-padding shape-subtract tab-size table-layout text-align
            text-align-all text-align-last text-combine-upright text-decoration-color text-decoration-fill
            text-decoration-line text-decoration-skip text-decoration-skip-ink text-decoration-stroke
            text-decoration-style text-decoration-thickness text-emphasis text-emphasis-color text-emphasis-position
            text-emphasis-style text-indent text-justify text-orientation text-shadow text-size-adjust text-transform
            text-underline-offset text-underline-position text-wrap top touch-action transform-style transition
            transition-delay transition-duration transition-property transition-timing-function translate user-select
            vertical-align white-space-collapse widows will-change word-break word-wrap z-index zoom
            isolation enable-background
            """);

    /** Of a font that lies in the file itself. */
    static final Set<String> OF_FONTS = words(
            "src unicode-range font-display ascent-override descent-override line-gap-override size-adjust panose-1");

    /** What an animation may change: how things look and where they are, never where a link leads. */
    static final Set<String> ANIMATED = Stream.of(PROPERTIES, OTHERS, Set.of("points"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> FUNCTIONS = words("""
            rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark device-cmyk icc-color
            calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp var env
            matrix matrix3d translate translate3d translatex translatey translatez scale scale3d scalex scaley scalez
            rotate rotate3d rotatex rotatey rotatez skew skewx skewy perspective
            blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
            cubic-bezier steps linear frames linear-gradient radial-gradient conic-gradient repeating-linear-gradient
            repeating-radial-gradient repeating-conic-gradient inset circle ellipse polygon path rect xywh ray
            counter counters local format tech minmax repeat fit-content
            """);

    static final Set<String> IN_SELECTORS = words("""
            not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir matches
            calc min max clamp selector style
            """);

    /** Functions of CSS that fetch something, by their names in all browsers. */
    static final Set<String> ASK_OUTSIDE = words("url src image image-set cross-fade");

    /** Rules that hold rules. */
    static final Set<String> GROUPS = words("media supports keyframes layer container");

    /** What the namespaces of programs that draw begin with. No browser shows anything of them. */
    private static final Set<String> PROGRAMS = words("""
            http://sodipodi.sourceforge.net/ http://www.inkscape.org/namespaces/ http://inkscape.sourceforge.net/
            http://www.openswatchbook.org/ http://ns.adobe.com/ http://www.adobe.com/ adobe:
            http://www.w3.org/1999/02/22-rdf-syntax-ns# http://purl.org/dc/ http://creativecommons.org/ns#
            http://web.resource.org/cc/ http://www.bohemiancoding.com/sketch/ http://www.figma.com/
            https://www.figma.com/ http://www.serif.com/ https://boxy-svg.com http://boxy-svg.com http://vectornator.io
            https://vectornator.io https://vecta.io/ http://www.vectornator.io http://schemas.microsoft.com/
            urn:schemas-microsoft-com: http://www.corel.com/ http://xml.openoffice.org/ http://openoffice.org/
            http://sun.com/ http://xml.apache.org/ http://xmlgraphics.apache.org/ http://svgjs.com/ http://svgjs.dev/
            https://svgjs.com/ https://svgjs.dev/ http://sozi.baierouge.fr http://krita.org/namespaces/
            http://www.karbon14.org http://www.w3.org/2001/XMLSchema-instance http://www.w3.org/2000/01/rdf-schema#
            http://xmlns.com/foaf/ http://ns.useplus.org/ http://iptc.org/ http://xmp.gettyimages.com/
            http://www.inkscape.org/ http://www.freesoftware.fsf.org/bkchem/ https://www.diagrams.net
            http://www.drawio.com https://www.drawio.com http://mxgraph.com http://www.yworks.com/
            http://product.corel.com/ http://www.gliffy.com/ http://lucidchart.com http://www.librecad.org/
            http://www.vector.evaxdesign.sk http://www.w3.org/2000/02/svg/testsuite/
            http://purl.org/svgmap/ http://taptrix.com/ http://macromedia.com/ http://www.sketchapp.com/
            https://app.penpot.app https://penpot.app http://www.w3.org/2004/07/ http://www.geogebra.org
            """);

    private SvgNames() {}

    static boolean isOfAProgram(String namespace) {
        String name = namespace.toLowerCase(Locale.ROOT);
        return PROGRAMS.stream().anyMatch(program -> name.startsWith(program.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
