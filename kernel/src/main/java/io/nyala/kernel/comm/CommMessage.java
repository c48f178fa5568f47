package io.nyala.kernel.comm;

import com.google.gson.JsonObject;
import io.nyala.dsl.session.Frontend;
import java.util.List;

/**
 * What the front end said on a comm.
 *
 * @param buffers binary data that belongs to it
 * @param frontend where output caused by this message goes
 */
public record CommMessage(
    JsonObject data, JsonObject metadata, List<byte[]> buffers, Frontend frontend) {}
