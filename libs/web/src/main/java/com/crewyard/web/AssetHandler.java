package com.crewyard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Sends static files and the style sheets of theme colors, both immutable. */
final class AssetHandler implements HttpRequestHandler {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern THEME = Pattern.compile("theme-([0-9a-f]{6})\\.css");

    private final Assets assets;

    AssetHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getRequestURI().substring(request.getContextPath().length() + Assets.PATH.length());
        Optional<Asset> found = assets.find(name).or(() -> theme(name));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(found.get(), request, response);
    }

    private static Optional<Asset> theme(String name) {
        Matcher theme = THEME.matcher(name);
        return theme.matches()
                ? Optional.of(Asset.of(
                        "theme.css",
                        new ThemeColor("#" + theme.group(1)).styleSheet().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setHeader(HttpHeaders.ETAG, asset.entityTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (asset.entityTag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String encodings = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        boolean gzip = asset.isCompressed() && encodings.contains("gzip");
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = gzip ? asset.compressed() : asset.content();
        response.setContentType(asset.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
