import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCamera, whyOff } from '../../../kiosk/vision/camera.ts';
import type { Camera, CameraState } from '../../../kiosk/vision/camera.ts';

class PretendTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  stop(): void {
    this.readyState = 'ended';
  }
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}
class PretendDevices extends EventTarget {
  /** What the next `getUserMedia` answers: an error's name, or null for a camera. */
  error: string | null = null;
  readonly tracks: PretendTrack[] = [];
  attempts = 0;
  async getUserMedia(): Promise<MediaStream> {
    this.attempts++;
    await Promise.resolve();
    if (this.error !== null) throw new DOMException('', this.error);
    const track = new PretendTrack();
    this.tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  }
}

let devices: PretendDevices;
let states: CameraState[];
let camera: Camera | undefined;
const open = (): void => {
  camera = openCamera((state) => states.push(state), devices as unknown as MediaDevices);
};
const kinds = (): string[] => states.map((state) => (state.kind === 'off' ? state.reason : state.kind));

beforeEach(() => {
  vi.useFakeTimers();
  devices = new PretendDevices();
  states = [];
});
afterEach(() => {
  camera?.close();
  vi.useRealTimers();
});

describe('the camera', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('V85 says what %s means: %s', async (name, reason) => {
    expect(whyOff(new DOMException('', name))).toBe(reason);
    devices.error = name;
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).toEqual([reason]);
  });

  it('V86 counts as refused where pages may not use cameras at all', () => {
    camera = openCamera((state) => states.push(state), undefined);
    expect(kinds()).toEqual(['refused']);
    expect(camera.frames()).toBeNull();
  });

  it('V87 opens again by itself when the camera was pulled out, at growing intervals', async () => {
    open();
    await vi.advanceTimersByTimeAsync(0);
    devices.error = 'NotFoundError';
    devices.tracks[0]?.unplug();
    await vi.advanceTimersByTimeAsync(500);
    expect(kinds()).toEqual(['on', 'none', 'none']);
    await vi.advanceTimersByTimeAsync(60_000);
    // 0.5 s, 1 s, 2 s, 4 s and then every 5 s.
    expect(devices.attempts).toBeGreaterThan(10);
    expect(devices.attempts).toBeLessThan(17);
    devices.error = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kinds().at(-1)).toBe('on');
  });

  it('V88 opens at once when a camera is plugged in', async () => {
    devices.error = 'NotFoundError';
    open();
    await vi.advanceTimersByTimeAsync(20_000);
    devices.error = null;
    devices.dispatchEvent(new Event('devicechange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds().at(-1)).toBe('on');
    const { attempts } = devices;
    devices.dispatchEvent(new Event('devicechange'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(devices.attempts).toBe(attempts);
  });

  it('reopens a camera that is on but sends nothing', async () => {
    open();
    await vi.advanceTimersByTimeAsync(0);
    camera?.reopen();
    expect(devices.tracks[0]?.readyState).toBe('ended');
    await vi.advanceTimersByTimeAsync(500);
    expect(kinds()).toEqual(['on', 'busy', 'on']);
  });

  it('lets go of the camera when it is closed, also of one that opens too late', async () => {
    open();
    camera?.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(states).toEqual([]);
    expect(devices.attempts).toBe(1);
  });
});
