package com.crewyard.web;

import com.crewyard.kernel.FieldError;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every component on one page, to look at while designing: run this class and open
 * <a href="http://localhost:8990/">localhost:8990</a>. Templates are read anew with each request.
 */
public final class Gallery {

    static final Instant NOW = Instant.parse("2026-10-15T09:30:00Z");
    private static final int PORT = 8990;

    private final Assets assets = Assets.load(Gallery.class.getClassLoader());
    private final Texts texts = new Texts(List.of(Locale.GERMAN), List.of("com/crewyard/web/text"));
    private final TemplateEngine templates = engine();

    static void main(String[] arguments) throws IOException {
        Gallery gallery = new Gallery();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        server.createContext("/", gallery::answer);
        server.start();
    }

    String render(String template, String theme) {
        StringOutput html = new StringOutput();
        Form form = Form.blank()
                .with("full_name", "Ada Lovelace")
                .with("email", "ada@")
                .refused(List.of(
                        new FieldError("email", "“ada@” is not an email address like name@example.com."),
                        new FieldError("resume", "Add a resume as PDF, Word, or text.")));
        templates.render(template + ".jte", Map.of("page", page(theme), "form", form), html);
        return html.toString();
    }

    Page page(String theme) {
        Words words = texts.negotiate("en-GB");
        return new Page(
                "http://localhost",
                "/",
                theme,
                Optional.of(new Viewer(
                        "Mira Okafor", "mira@harbour.example", "Recruiter", "Harbour Robotics", "harbour", Set.of())),
                CsrfField.NONE,
                Optional.of(Flash.success("Ada Lovelace moved to Interview.")),
                words,
                new Times(words, ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC)),
                assets,
                false);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            show(exchange);
        } catch (RuntimeException e) {
            byte[] reason = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, reason.length);
            exchange.getResponseBody().write(reason);
            exchange.close();
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Asset> asset =
                path.startsWith(Assets.PATH) ? assets.find(path.substring(Assets.PATH.length())) : Optional.empty();
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("system");
        byte[] body = asset.map(Asset::content)
                .orElseGet(() -> render(path.equals("/auth") ? "gallery-auth" : "gallery", query)
                        .getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders()
                .set("Content-Type", asset.map(Asset::mediaType).orElse("text/html;charset=utf-8"));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static TemplateEngine engine() {
        TemplateEngine engine = TemplateEngine.create(
                new BothTrees(), Path.of("target/gallery-classes"), ContentType.Html, Gallery.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }

    /** The gallery's own templates and those it shows. */
    private static final class BothTrees implements CodeResolver {
        private final CodeResolver shown = new DirectoryCodeResolver(Path.of("src/main/jte"));
        private final CodeResolver own = new DirectoryCodeResolver(Path.of("src/test/jte"));

        private CodeResolver treeOf(String name) {
            return own.exists(name) ? own : shown;
        }

        @Override
        public String resolve(String name) {
            return treeOf(name).resolve(name);
        }

        @Override
        public long getLastModified(String name) {
            return treeOf(name).getLastModified(name);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return shown.resolveAllTemplateNames();
        }

        @Override
        public boolean exists(String name) {
            return treeOf(name).exists(name);
        }
    }
}
