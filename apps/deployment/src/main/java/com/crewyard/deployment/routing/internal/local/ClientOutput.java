package com.crewyard.deployment.routing.internal.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells whose fault an interrupted copy is: the receiver's when writing failed, else the sender's. */
final class ClientOutput extends FilterOutputStream {

    private boolean failed;

    ClientOutput(OutputStream out) {
        super(out);
    }

    boolean failed() {
        return failed;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }
}
