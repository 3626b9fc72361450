// Runs in a page before all else: how to wait for what the page does.
window.wait = {
  /// Gives the moment after the next frame is on the screen.
  painted: () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    }),

  /// Comes back when the main thread has had nothing long to do for a while.
  quiet: () =>
    new Promise((done) => {
      let calm = 0;
      let before = performance.now();
      const tick = () => {
        const now = performance.now();
        calm = now - before > 60 ? 0 : calm + 1;
        before = now;
        if (calm < 15) setTimeout(tick, 20);
        else done();
      };
      tick();
    }),
};
