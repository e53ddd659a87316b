package com.crewyard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files of the class path, under names that change with their content, so that browsers keep them for ever.
 *
 * <p>Files lie flat in {@code assets/} of any jar. A style sheet names another file as {@code url("name")}, a script as
 * {@code from "./name"}; both are rewritten to the fingerprinted name. What a style sheet imports is put in its place.
 */
public final class Assets {

    public static final String PATH = "/assets/";

    private static final Map<String, String> LIBRARIES = Map.of(
            "htmx.js", "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js",
            "sortable.js", "classpath*:/META-INF/resources/webjars/sortablejs/*/Sortable.min.js");

    private static final Pattern REFERENCE = Pattern.compile("(url\\(\"|from \"\\./|import \"\\./)([\\w.-]+)\"");
    private static final Pattern IMPORT = Pattern.compile("@import \"([\\w.-]+)\";");
    private static final Pattern STYLE_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STYLE_SPACE = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern STYLE_EDGE = Pattern.compile("(?<=[{};]) +| +(?=[{}])|;(?= *})");

    private final Map<String, Asset> byPlainName;
    private final Map<String, Asset> byName;

    private Assets(Map<String, Asset> byPlainName) {
        this.byPlainName = Map.copyOf(byPlainName);
        Map<String, Asset> names = new HashMap<>();
        byPlainName.values().forEach(asset -> names.put(asset.name(), asset));
        this.byName = Map.copyOf(names);
    }

    public static Assets load(ClassLoader loader) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(loader);
        try {
            Map<String, byte[]> files = new HashMap<>();
            for (Resource resource : resolver.getResources("classpath*:/assets/*.*")) {
                files.putIfAbsent(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
            }
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                Resource[] found = resolver.getResources(library.getValue());
                if (found.length != 1) {
                    throw new IllegalStateException(
                            "%d files match %s, exactly one must".formatted(found.length, library.getValue()));
                }
                files.put(library.getKey(), found[0].getContentAsByteArray());
            }
            return new Assets(new Linking(files).all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path to link, for a plain name such as {@code app.css}. */
    public String url(String plainName) {
        Asset asset = byPlainName.get(plainName);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset %s".formatted(plainName));
        }
        return PATH + asset.name();
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Fingerprints files after the files they name, because a name is part of the content. */
    private static final class Linking {

        private final Map<String, byte[]> files;
        private final Map<String, Asset> linked = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        Linking(Map<String, byte[]> files) {
            this.files = files;
        }

        Map<String, Asset> all() {
            files.keySet().forEach(this::link);
            return linked;
        }

        private Asset link(String name) {
            Asset done = linked.get(name);
            if (done != null) {
                return done;
            }
            byte[] content = files.get(name);
            if (content == null) {
                throw new IllegalStateException("An asset names %s, which does not exist".formatted(name));
            }
            if (!open.add(name)) {
                throw new IllegalStateException("The asset %s names itself through others".formatted(name));
            }
            Asset asset = Asset.of(name, LIBRARIES.containsKey(name) ? content : withLinks(name, content));
            linked.put(name, asset);
            return asset;
        }

        private byte[] withLinks(String name, byte[] content) {
            if (!name.endsWith(".css") && !name.endsWith(".js")) {
                return content;
            }
            String text = new String(content, StandardCharsets.UTF_8);
            String slim = name.endsWith(".css") ? slim(withImports(text)) : text;
            return REFERENCE.matcher(slim).replaceAll(this::fingerprinted).getBytes(StandardCharsets.UTF_8);
        }

        private String withImports(String style) {
            return IMPORT.matcher(style).replaceAll(match -> {
                byte[] imported = files.get(match.group(1));
                if (imported == null) {
                    throw new IllegalStateException(
                            "A style sheet imports %s, which does not exist".formatted(match.group(1)));
                }
                return Matcher.quoteReplacement(withImports(new String(imported, StandardCharsets.UTF_8)));
            });
        }

        private static String slim(String style) {
            String plain = STYLE_COMMENT.matcher(style).replaceAll("");
            return STYLE_EDGE
                    .matcher(STYLE_SPACE.matcher(plain).replaceAll("\n"))
                    .replaceAll("");
        }

        private String fingerprinted(MatchResult reference) {
            return reference.group(1) + link(reference.group(2)).name() + '"';
        }
    }
}
