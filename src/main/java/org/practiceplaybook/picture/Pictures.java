package org.practiceplaybook.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.asset.ImageSize;
import org.practiceplaybook.content.value.PortableName;

/**
 * The pictures of a playbook in fewer pixels, so that a phone loads no more of them than it shows: JPEG and PNG, where that
 * saves bytes. Each is made when a page first asks for it. May be shared between threads.
 */
public final class Pictures {
    /** Where they are, from the site's root. */
    public static final String FOLDER = "pictures/";

    /** A phone; a phone of many pixels or a column of text; a column on a screen of many pixels. */
    private static final List<Integer> WIDTHS = List.of(1440, 960, 480);

    /** A picture must be so much wider that fewer pixels are worth a file. */
    private static final double WORTH = 1.25;

    private static final byte[] VERSION = {1};

    private final PictureCache cache;
    private final Map<String, List<Scaled>> made = new ConcurrentHashMap<>();
    private volatile boolean impossible;

    /**
     * A picture in fewer pixels.
     *
     * @param path from the site's root
     */
    public record Scaled(String path, int width, int height, byte[] bytes) {}

    public Pictures(PictureCache cache) {
        this.cache = cache;
    }

    /** Pictures that nothing keeps from one time to the next. */
    public Pictures() {
        this(new PictureCache(Optional.empty()));
    }

    /** Keeps what takes long to make. */
    public PictureCache cache() {
        return cache;
    }

    /** What there is to say, where pictures stay as they are for want of something. */
    public Optional<String> note() {
        return impossible
                ? Optional.of(
                        "pictures are shown as they are: this Java cannot make them smaller, for it has no java.desktop")
                : Optional.empty();
    }

    /**
     * A picture in fewer pixels, the narrowest first. Those of the widest are enough for every page, if there are any of 1,440
     * pixels; else the picture itself is needed beside them.
     */
    public List<Scaled> of(ContentAsset asset) {
        boolean wide = asset.location().isPresent()
                && asset.size()
                        .filter(size -> size.width() >= WIDTHS.get(WIDTHS.size() - 1) * WORTH)
                        .filter(size -> !size.isTooLarge())
                        .isPresent();
        return wide ? made.computeIfAbsent(asset.path(), unused -> scaled(asset)) : List.of();
    }

    /** Is a picture of this width enough for every page? */
    public static boolean isEnough(int width) {
        return width >= WIDTHS.get(0);
    }

    private List<Scaled> scaled(ContentAsset asset) {
        byte[] file = AssetReader.bytes(asset);
        ImageSize size = asset.size().orElseThrow();
        String kind = ImageSize.kind(file)
                .filter(known -> known.equals("jpg") || known.equals("png"))
                .orElse("");
        List<Integer> widths =
                WIDTHS.stream().filter(width -> size.width() >= width * WORTH).toList();
        if (kind.isEmpty()) {
            return List.of();
        }
        List<byte[]> files = new ArrayList<>();
        for (int width : widths) {
            cache.get(key(file, width)).ifPresent(files::add);
        }
        if (files.size() < widths.size()) {
            files = encoded(file, kind, widths);
        }
        List<Scaled> kept = new ArrayList<>();
        int least = file.length;
        for (int i = 0; i < files.size(); i++) {
            int width = widths.get(i);
            byte[] bytes = files.get(i);
            if (bytes.length > 0 && bytes.length < least) {
                least = bytes.length;
                int height = Math.max(1, (int) Math.round((double) size.height() * width / size.width()));
                kept.add(new Scaled(path(asset, file, width, kind), width, height, bytes));
            }
        }
        Collections.reverse(kept);
        return List.copyOf(kept);
    }

    private static String key(byte[] file, int width) {
        return PictureCache.key(VERSION, file, Integer.toString(width).getBytes(StandardCharsets.US_ASCII));
    }

    private static String path(ContentAsset asset, byte[] file, int width, String kind) {
        String digits = HexFormat.of().formatHex(PictureCache.digest(file), 0, 4);
        String bare = asset.path().substring(0, asset.path().lastIndexOf('.'));
        return PortableName.path(FOLDER + bare + "-" + digits + "-" + width + "." + kind);
    }

    /** One at a time: a picture of many pixels fills the memory. What cannot be read is shown as it is, with no files here. */
    private synchronized List<byte[]> encoded(byte[] file, String kind, List<Integer> widths) {
        List<byte[]> files = new ArrayList<>();
        try {
            Optional<Raster> picture = Codec.read(file, kind, WIDTHS.get(0));
            for (int width : widths) {
                picture = picture.map(wider -> wider.scaled(width));
                files.add(picture.isPresent() ? Codec.written(picture.get(), file, kind) : new byte[0]);
            }
        } catch (IOException | RuntimeException e) {
            files.clear();
            widths.forEach(width -> files.add(new byte[0]));
        } catch (LinkageError e) {
            impossible = true;
            return List.of();
        }
        for (int i = 0; i < files.size(); i++) {
            cache.put(key(file, widths.get(i)), files.get(i));
        }
        return files;
    }
}
