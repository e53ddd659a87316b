package com.crewyard.recruiting.parsing.internal.worker;

import com.crewyard.recruiting.parsing.internal.text.Extraction;
import com.crewyard.recruiting.parsing.internal.text.TextExtractor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The child: reads files from its standard input, one answer each to its standard output. A thread of its own watches
 * the input, so the child ends with its parent even while a file holds it.
 */
public final class ParserProcess {

    private ParserProcess() {}

    public static void main(String[] arguments) throws Exception {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not become part of an answer.
        System.setOut(System.err);
        NoNetwork.install();
        BlockingQueue<byte[]> files = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().daemon().name("input").start(() -> watchInput(files));
        warmUp();
        Frames.write(out, new byte[0]);
        while (true) {
            Frames.write(out, AnswerCodec.encode(TextExtractor.extract(files.take())));
        }
    }

    /** Loads what every file needs before the first one's time runs. */
    private static void warmUp() throws IOException {
        Extraction extraction = TextExtractor.extract("ready".getBytes(StandardCharsets.UTF_8));
        AnswerCodec.encode(extraction);
    }

    private static void watchInput(BlockingQueue<byte[]> files) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            for (Optional<byte[]> file = Frames.read(in); file.isPresent(); file = Frames.read(in)) {
                files.put(file.get());
            }
        } catch (IOException | InterruptedException e) {
            // The parent is gone or talks nonsense: either way there is nobody to answer.
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
