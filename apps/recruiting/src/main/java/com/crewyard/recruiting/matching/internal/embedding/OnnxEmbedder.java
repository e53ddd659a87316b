package com.crewyard.recruiting.matching.internal.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Embeds in this process with ONNX Runtime. Loads the model when it is first asked; nothing leaves the machine.
 *
 * <p>Texts go through the model one by one, on several threads: an eight-bit model scales its activations over all that
 * it is given at once, so that in a batch the vector of a text would depend on its neighbours.
 */
public final class OnnxEmbedder implements TextEmbedder, AutoCloseable {

    /** Of one text, on a busy machine. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    private final OnnxModel model;
    private final ExecutorService threads;
    private @Nullable Loaded loaded;

    /** @param threads texts that are embedded at the same time, each on one core */
    public OnnxEmbedder(OnnxModel model, int threads) {
        this.model = model;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("embedding-", 1).factory());
    }

    /** The model that matching runs with, on every core. */
    public static OnnxEmbedder onAllCores() {
        return new OnnxEmbedder(OnnxModel.BGE_SMALL, Runtime.getRuntime().availableProcessors());
    }

    private record Loaded(OrtEnvironment environment, OrtSession session, WordPieces pieces) {}

    @Override
    public String model() {
        return model.space();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Future<float[]>> made = submit(texts);
        List<float[]> vectors = new ArrayList<>();
        try {
            for (Future<float[]> each : made) {
                vectors.add(each.get());
            }
        } catch (ExecutionException e) {
            made.forEach(each -> each.cancel(false));
            throw new EmbeddingUnavailableException("the model %s failed: %s".formatted(model(), e.getCause()));
        } catch (CancellationException _) {
            throw closed();
        } catch (InterruptedException _) {
            made.forEach(each -> each.cancel(false));
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailableException("interrupted while embedding");
        }
        return vectors;
    }

    private synchronized List<Future<float[]>> submit(List<String> texts) {
        if (threads.isShutdown()) {
            throw closed();
        }
        Loaded ready = loaded();
        return texts.stream()
                .map(text -> threads.submit(() -> embed(ready, text)))
                .toList();
    }

    private EmbeddingUnavailableException closed() {
        return new EmbeddingUnavailableException("the model %s is closed".formatted(model()));
    }

    private float[] embed(Loaded ready, String text) throws OrtException {
        long[] tokens = ready.pieces().of(text, model.mostTokens());
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> input = new HashMap<>();
        try {
            input.put("input_ids", tensor(ready, tokens));
            input.put("attention_mask", tensor(ready, ones));
            input.put("token_type_ids", tensor(ready, new long[tokens.length]));
            input.keySet().retainAll(ready.session().getInputNames());
            try (OrtSession.Result result = ready.session().run(input)) {
                float[][][] layer = (float[][][]) result.get(0).getValue();
                return model.pool(layer[0]);
            }
        } finally {
            input.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(Loaded ready, long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(ready.environment(), LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    private Loaded loaded() {
        Loaded present = loaded;
        if (present == null) {
            present = load();
            loaded = present;
        }
        return present;
    }

    private Loaded load() {
        try (InputStream weights = resource(model.weights());
                InputStream tokenizer = resource(model.tokenizer());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            WordPieces pieces = WordPieces.of(JsonMapper.builder().build().readTree(tokenizer));
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Loaded(environment, environment.createSession(weights.readAllBytes(), options), pieces);
        } catch (IOException | OrtException | LinkageError e) {
            throw new EmbeddingUnavailableException("the model %s cannot be loaded: %s".formatted(model(), e));
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = OnnxEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("%s is not on the class path".formatted(name));
        }
        return stream;
    }

    /** Waits for what the model is at: its memory is freed here, and a run that went on would take the process with it. */
    @Override
    public synchronized void close() {
        threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
        boolean idle = isIdleWithin(LONGEST_RUN);
        if (loaded != null && idle) {
            try {
                loaded.session().close();
            } catch (OrtException e) {
                throw new IllegalStateException("the model %s cannot be closed".formatted(model()), e);
            }
        }
        loaded = null;
    }

    private boolean isIdleWithin(Duration time) {
        try {
            return threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
