package com.crewyard.recruiting.careers.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Draws cards as PNG, and keeps those that were asked for last. */
@Component
public class SocialCards {

    private static final int MOST_KEPT = 100;
    private static final int MARGIN = 84;
    private static final int BAND = 24;
    private static final int TITLE_SIZE = 84;
    private static final int TITLE_LINES = 3;
    private static final int NAME_SIZE = 40;
    private static final int NOTE_SIZE = 36;
    private static final int LAST_LINE = 530;
    private static final int MARK = 72;
    private static final Color PAPER = new Color(0xf8f5ef);
    private static final Color INK = new Color(0x17233a);
    private static final Color QUIET = new Color(0x55617a);

    private final Cache<String, byte[]> drawn =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Lettering lettering = Lettering.load();

    public byte[] png(SocialCard card) {
        return drawn.get(card.digest(), _ -> draw(card));
    }

    private byte[] draw(SocialCard card) {
        BufferedImage picture = new BufferedImage(SocialCard.WIDTH, SocialCard.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Color theme = Color.decode(card.color());
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, SocialCard.WIDTH, SocialCard.HEIGHT);
            graphics.setColor(theme);
            graphics.fillRect(0, SocialCard.HEIGHT - BAND, SocialCard.WIDTH, BAND);
            drawName(graphics, card, theme);
            drawTitle(graphics, card);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void drawName(Graphics2D graphics, SocialCard card, Color theme) {
        graphics.setColor(theme);
        graphics.fill(new RoundRectangle2D.Double(MARGIN, MARGIN, MARK, MARK, 20, 20));
        graphics.setColor(isLight(theme) ? INK : Color.WHITE);
        String initial = card.organization().substring(0, card.organization().offsetByCodePoints(0, 1));
        Path2D letter = lettering.outline(initial, NAME_SIZE);
        double x = MARGIN
                + (MARK - letter.getBounds2D().getWidth()) / 2
                - letter.getBounds2D().getX();
        fill(graphics, letter, x, MARGIN + 50, NAME_SIZE);
        graphics.setColor(INK);
        int left = MARGIN + MARK + 24;
        String name = lettering
                .lines(card.organization(), NAME_SIZE, SocialCard.WIDTH - left - MARGIN, 1)
                .getFirst();
        fill(graphics, lettering.outline(name, NAME_SIZE), left, MARGIN + 50, 0);
    }

    private void drawTitle(Graphics2D graphics, SocialCard card) {
        int width = SocialCard.WIDTH - 2 * MARGIN;
        double y = LAST_LINE;
        if (!card.note().isBlank()) {
            graphics.setColor(QUIET);
            String note = lettering.lines(card.note(), NOTE_SIZE, width, 1).getFirst();
            fill(graphics, lettering.outline(note, NOTE_SIZE), MARGIN, y, 0);
            y -= NOTE_SIZE * 2;
        }
        graphics.setColor(INK);
        for (String line :
                lettering.lines(card.title(), TITLE_SIZE, width, TITLE_LINES).reversed()) {
            fill(graphics, lettering.outline(line, TITLE_SIZE), MARGIN, y, TITLE_SIZE);
            y -= TITLE_SIZE * 1.12;
        }
    }

    /** @param bold of which size the letters are thickened, since only the regular weight is there; 0 for none */
    private static void fill(Graphics2D graphics, Path2D outline, double x, double y, double bold) {
        Path2D placed = new Path2D.Double(outline, AffineTransform.getTranslateInstance(x, y));
        graphics.fill(placed);
        if (bold > 0) {
            graphics.setStroke(new BasicStroke((float) (bold * 0.035), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(placed);
        }
    }

    private static boolean isLight(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() > 150;
    }
}
